// Reads a log of the exchange with Go's own checksum database code, and writes one for the exchange to read.
//
//	go run . read FOLDER VERIFIER-KEY OLD-SIZE    verifies checkpoint, tiles, every entry, consistency
//	go run . write FOLDER COUNT                   writes tiles, entries and checkpoint; prints the verifier key
package main

import (
	"bytes"
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
	switch os.Args[1] {
	case "read":
		read(os.Args[2], os.Args[3], number(os.Args[4]))
	case "write":
		write(os.Args[2], number(os.Args[3]))
	}
}

// The path that C2SP gives a tile: Go's, without the height.
func path(t tlog.Tile) string {
	return strings.Replace(strings.Replace(t.Path(), "tile/8/data/", "tile/entries/", 1), "tile/8/", "tile/", 1)
}

type folder string

func (f folder) Height() int                            { return 8 }
func (f folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range tiles {
		data, err := os.ReadFile(filepath.Join(string(f), path(t)))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func read(name, key string, old int64) {
	signed, err := os.ReadFile(filepath.Join(name, "checkpoint"))
	must(err)
	verifier, err := note.NewVerifier(key)
	must(err)
	opened, err := note.Open(signed, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	size := number(lines[1])
	root, err := tlog.ParseHash(lines[2])
	must(err)
	reader := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, folder(name))
	var entries [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := int(min(256, size-n*256))
		data, err := os.ReadFile(filepath.Join(name, path(tlog.Tile{H: 8, L: -1, N: n, W: width})))
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
	fmt.Printf("%d entries verified\n", len(entries))
}

func write(name string, count int64) {
	var hashes []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, i := range indexes {
			found = append(found, hashes[i])
		}
		return found, nil
	})
	bundles := map[int64]*bytes.Buffer{}
	for i := int64(0); i < count; i++ {
		entry := []byte(fmt.Sprintf("entry %d", i))
		stored, err := tlog.StoredHashes(i, entry, reader)
		must(err)
		hashes = append(hashes, stored...)
		if bundles[i/256] == nil {
			bundles[i/256] = &bytes.Buffer{}
		}
		must(binary.Write(bundles[i/256], binary.BigEndian, uint16(len(entry))))
		bundles[i/256].Write(entry)
	}
	for n, bundle := range bundles {
		width := int(min(256, count-n*256))
		save(name, path(tlog.Tile{H: 8, L: -1, N: n, W: width}), bundle.Bytes())
	}
	for _, t := range tlog.NewTiles(8, 0, count) {
		data, err := tlog.ReadTileData(t, reader)
		must(err)
		save(name, path(t), data)
	}
	root, err := tlog.TreeHash(count, reader)
	must(err)
	secret, public, err := note.GenerateKey(rand.Reader, origin)
	must(err)
	signer, err := note.NewSigner(secret)
	must(err)
	signed, err := note.Sign(&note.Note{Text: fmt.Sprintf("%s\n%d\n%s\n", origin, count, root)}, signer)
	must(err)
	save(name, "checkpoint", signed)
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
