package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	bundleType = "application/vnd.navicert.exchange.bundle+json"
	entryType  = "application/vnd.navicert.exchange.entry+json"
)

type signature struct {
	KeyID string `json:"keyid"`
	Sig   []byte `json:"sig"`
}

// DSSE 1.0: encoding/json reads and writes bytes as standard base64.
type envelope struct {
	PayloadType string      `json:"payloadType"`
	Payload     []byte      `json:"payload"`
	Signatures  []signature `json:"signatures"`
}

type brought struct {
	Member string `json:"member"`
	Since  int64  `json:"since"`
	Until  int64  `json:"until"`
}

type part struct {
	Path   string `json:"path"`
	Size   int    `json:"size"`
	Digest string `json:"digest"`
}

type manifest struct {
	V         int       `json:"v"`
	Regime    string    `json:"regime"`
	From      string    `json:"from"`
	CreatedAt string    `json:"createdAt"`
	Logs      []brought `json:"logs"`
	Parts     []part    `json:"parts"`
}

func digest(data []byte) string { return fmt.Sprintf("sha256:%x", sha256.Sum256(data)) }

func preAuthentication(kind string, payload []byte) []byte {
	return []byte(fmt.Sprintf("DSSEv1 %d %s %d %s", len(kind), kind, len(payload), payload))
}

// The payload, if that key signed it.
func opened(data []byte, kind string, key ed25519.PublicKey) ([]byte, error) {
	var e envelope
	if err := json.Unmarshal(data, &e); err != nil {
		return nil, err
	}
	for _, s := range e.Signatures {
		if s.KeyID == digest(key) && e.PayloadType == kind && ed25519.Verify(key, preAuthentication(kind, e.Payload), s.Sig) {
			return e.Payload, nil
		}
	}
	return nil, errors.New("not signed by that key")
}

func sealed(kind string, payload []byte, key ed25519.PrivateKey) []byte {
	public := key.Public().(ed25519.PublicKey)
	s := signature{digest(public), ed25519.Sign(key, preAuthentication(kind, payload))}
	data, err := json.Marshal(envelope{kind, payload, []signature{s}})
	must(err)
	return data
}

// A bundle whole: its maker's signature, every part, and of one log the checkpoint, tiles, proofs and every entry's signature.
func readBundle(file, nodeKey, verifierKey, member string, old int64) {
	data, err := os.ReadFile(file)
	must(err)
	key, err := base64.StdEncoding.DecodeString(nodeKey)
	must(err)
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	payload, err := opened(first, bundleType, key)
	must(err)
	var m manifest
	must(json.Unmarshal(payload, &m))
	files := map[string][]byte{}
	for _, p := range m.Parts {
		if p.Size > len(rest) || digest(rest[:p.Size]) != p.Digest {
			must(errors.New("altered: " + p.Path))
		}
		files[p.Path], rest = rest[:p.Size], rest[p.Size:]
	}
	if len(rest) > 0 {
		must(errors.New("more than was signed"))
	}
	entries := verify(verifierKey, old, func(path string) ([]byte, error) {
		found, ok := files["/logs/"+member+"/"+path]
		if !ok {
			return nil, errors.New("missing: " + path)
		}
		return found, nil
	})
	var prev string
	for i, entry := range entries {
		header, err := opened(entry, entryType, key)
		must(err)
		var at struct {
			Issuer string
			Seq    int
			Prev   string
		}
		must(json.Unmarshal(header, &at))
		if at.Issuer != member || at.Seq != i || at.Prev != prev {
			must(fmt.Errorf("entry %d is out of its place", i))
		}
		prev = digest(entry)
	}
	fmt.Printf("%d entries verified out of a bundle of %d parts\n", len(entries), len(m.Parts))
}

// Entries of a member, signed by its node, in a log, in a bundle: made here alone.
func writeBundle(file, seed, regime, member string, count int64) {
	raw, err := base64.StdEncoding.DecodeString(seed)
	must(err)
	key := ed25519.NewKeyFromSeed(raw)
	var entries [][]byte
	var prev string
	for i := int64(0); i < count; i++ {
		header := map[string]any{
			"v": 1, "regime": regime, "issuer": member, "seq": i, "id": fmt.Sprintf("go-%d", i),
			"type": "notice", "schema": "test/1", "createdAt": "2027-03-01T00:00:00Z",
			"audience": map[string]string{"class": "all"}, "refs": []string{}, "handling": "official",
			"body": map[string]int64{"number": i},
		}
		if prev != "" {
			header["prev"] = prev
		}
		payload, err := json.Marshal(header)
		must(err)
		entry := sealed(entryType, payload, key)
		entries, prev = append(entries, entry), digest(entry)
	}
	m := manifest{V: 1, Regime: regime, From: member, CreatedAt: "2027-03-01T00:00:00Z",
		Logs: []brought{{member, 0, count}}, Parts: []part{}}
	var parts bytes.Buffer
	add := func(path string, data []byte) {
		m.Parts = append(m.Parts, part{path, len(data), digest(data)})
		parts.Write(data)
	}
	add("/trust", []byte("[]"))
	add("/forks", []byte("[]"))
	name := regime + "/" + member
	build(name, entries, signerOf(name, key), func(path string, data []byte) { add("/logs/"+member+"/"+path, data) })
	payload, err := json.Marshal(m)
	must(err)
	must(os.WriteFile(file, append(append(sealed(bundleType, payload, key), '\n'), parts.Bytes()...), 0o666))
}

// A note signer of a key that is there already, in the form that Go's package reads.
func signerOf(name string, key ed25519.PrivateKey) note.Signer {
	public := append([]byte{1}, key.Public().(ed25519.PublicKey)...)
	sum := sha256.Sum256([]byte(name + "\n" + string(public)))
	secret := base64.StdEncoding.EncodeToString(append([]byte{1}, key.Seed()...))
	signer, err := note.NewSigner(fmt.Sprintf("PRIVATE+KEY+%s+%08x+%s", name, binary.BigEndian.Uint32(sum[:]), secret))
	must(err)
	return signer
}

// Tiles, bundles of entries and the checkpoint of a log.
func build(name string, entries [][]byte, signer note.Signer, save func(path string, data []byte)) {
	count := int64(len(entries))
	var hashes []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, i := range indexes {
			found = append(found, hashes[i])
		}
		return found, nil
	})
	var bundles []*bytes.Buffer
	for i, entry := range entries {
		stored, err := tlog.StoredHashes(int64(i), entry, reader)
		must(err)
		hashes = append(hashes, stored...)
		if i%256 == 0 {
			bundles = append(bundles, &bytes.Buffer{})
		}
		last := bundles[len(bundles)-1]
		must(binary.Write(last, binary.BigEndian, uint16(len(entry))))
		last.Write(entry)
	}
	for n, bundle := range bundles {
		width := int(min(256, count-int64(n)*256))
		save(path(tlog.Tile{H: 8, L: -1, N: int64(n), W: width}), bundle.Bytes())
	}
	for _, t := range tlog.NewTiles(8, 0, count) {
		data, err := tlog.ReadTileData(t, reader)
		must(err)
		save(path(t), data)
	}
	root, err := tlog.TreeHash(count, reader)
	must(err)
	text := strings.Join([]string{name, fmt.Sprint(count), root.String(), ""}, "\n")
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	must(err)
	save("checkpoint", signed)
}
