/**
 * What is tried first, folded. Those of fewer than twelve characters stand here because they come doubled
 * and with digits behind them.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password passwort motdepasse contrasena parola wachtwoord haslo senha kennwort geheim secret letmein welcome
willkommen administrator admin root user guest login changeme changeit default qwerty qwertz azerty
qwertyuiop qwertzuiop asdfghjkl asdfgh zxcvbnm yxcvbnm iloveyou monkey dragon master shadow superman batman
sunshine princess football baseball trustno abc abcdef abcdefg abcdefgh abcd test testing temp hello whatever
starwars pokemon naruto computer internet service server navicert export exportcontrol compliance licence
license customs company passpass summer winter spring autumn sommer herbst fruehling january february march
april june july august september october november december monday tuesday wednesday thursday friday saturday
sunday passw0rd p@ssword p@ssw0rd correcthorsebatterystaple qwerty123456 password1234 password12345
password123456 passwordpassword adminadminadmin administrator1 changemeplease letmeinletmein
iloveyou1234 welcome12345 qwertyqwerty 1q2w3e4r5t6y 1qaz2wsx3edc zaq12wsxcde3 q1w2e3r4t5y6 qazwsxedcrfv
asdfasdfasdf`.split(/\s+/),
)
