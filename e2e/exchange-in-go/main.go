// Reads logs and bundles of the exchange with Go's own checksum database code, and writes them for the exchange to read.
//
//	go run . read FOLDER VERIFIER-KEY OLD-SIZE                   verifies checkpoint, tiles, every entry, consistency
//	go run . write FOLDER COUNT                                  writes tiles, entries and checkpoint; prints the verifier key
//	go run . read-bundle FILE NODE-KEY VERIFIER-KEY MEMBER OLD   the same of one log in a bundle, and every signature
//	go run . write-bundle FILE NODE-SEED REGIME MEMBER COUNT     writes a bundle of a log of signed entries
package main

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const origin = "allies/GO"

func main() {
	words := os.Args[2:]
	switch os.Args[1] {
	case "read":
		entries := verify(words[1], number(words[2]), func(path string) ([]byte, error) {
			return os.ReadFile(filepath.Join(words[0], path))
		})
		fmt.Printf("%d entries verified\n", len(entries))
	case "write":
		write(words[0], number(words[1]))
	case "read-bundle":
		readBundle(words[0], words[1], words[2], words[3], number(words[4]))
	case "write-bundle":
		writeBundle(words[0], words[1], words[2], words[3], number(words[4]))
	}
}

// The path that C2SP gives a tile: Go's, without the height.
func path(t tlog.Tile) string {
	return strings.Replace(strings.Replace(t.Path(), "tile/8/data/", "tile/entries/", 1), "tile/8/", "tile/", 1)
}

type files func(path string) ([]byte, error)

func (f files) Height() int                                { return 8 }
func (f files) SaveTiles(tiles []tlog.Tile, data [][]byte) {}
func (f files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range tiles {
		data, err := f(path(t))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

// The entries of a log whose checkpoint that key signed: each proven in it, and that it goes on from an older size.
func verify(key string, old int64, read files) [][]byte {
	signed, err := read("checkpoint")
	must(err)
	verifier, err := note.NewVerifier(key)
	must(err)
	opened, err := note.Open(signed, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	size := number(lines[1])
	root, err := tlog.ParseHash(lines[2])
	must(err)
	reader := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, read)
	var entries [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := int(min(256, size-n*256))
		data, err := read(path(tlog.Tile{H: 8, L: -1, N: n, W: width}))
		must(err)
		for len(data) > 0 {
			length := int(binary.BigEndian.Uint16(data))
			entries = append(entries, data[2:2+length])
			data = data[2+length:]
		}
	}
	for i, entry := range entries {
		proof, err := tlog.ProveRecord(size, int64(i), reader)
		must(err)
		must(tlog.CheckRecord(proof, size, root, int64(i), tlog.RecordHash(entry)))
	}
	oldRoot, err := tlog.TreeHash(old, reader)
	must(err)
	proof, err := tlog.ProveTree(size, old, reader)
	must(err)
	must(tlog.CheckTree(proof, size, root, old, oldRoot))
	return entries
}

func write(name string, count int64) {
	var entries [][]byte
	for i := int64(0); i < count; i++ {
		entries = append(entries, []byte(fmt.Sprintf("entry %d", i)))
	}
	secret, public, err := note.GenerateKey(rand.Reader, origin)
	must(err)
	signer, err := note.NewSigner(secret)
	must(err)
	build(origin, entries, signer, func(path string, data []byte) { save(name, path, data) })
	fmt.Println(public)
}

func save(name, path string, data []byte) {
	file := filepath.Join(name, path)
	must(os.MkdirAll(filepath.Dir(file), 0o777))
	must(os.WriteFile(file, data, 0o666))
}

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	must(err)
	return n
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
