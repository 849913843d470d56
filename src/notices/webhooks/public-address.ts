import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * Networks of IPv4 that are not the public internet: RFC 6890 and the IANA registry of special-purpose
 * addresses. Through them a server would be made to speak to itself or to its neighbours.
 */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Of IPv6 only 2000::/3 is given out; within it these carry IPv4 along, or are for documents. */
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const blocked4 = blockList('ipv4', NOT_PUBLIC_4)
const blocked6 = blockList('ipv6', NOT_PUBLIC_6)
const given6 = blockList('ipv6', ['2000::/3'])

/** Whether an address, in its usual spelling, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !blocked4.check(address, 'ipv4')
  if (!isIPv6(address)) return false
  const [plain = ''] = address.split('%')
  return given6.check(plain, 'ipv6') && !blocked6.check(plain, 'ipv6')
}

function blockList(family: 'ipv4' | 'ipv6', networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/')
    list.addSubnet(address, Number(bits), family)
  }
  return list
}
