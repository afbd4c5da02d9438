// Go's own TLS on loopback, from TLS 1.0 on: certificate, key and port are told. It ends with its standard input.
package main

import (
	"crypto/tls"
	"io"
	"net"
	"os"
	"time"
)

func main() {
	pair, err := tls.LoadX509KeyPair(os.Args[1], os.Args[2])
	if err != nil {
		panic(err)
	}
	listening, err := tls.Listen("tcp", "127.0.0.1:"+os.Args[3], &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS10})
	if err != nil {
		panic(err)
	}
	go func() {
		for {
			client, err := listening.Accept()
			if err != nil {
				return
			}
			go func(client net.Conn) {
				defer client.Close()
				client.SetDeadline(time.Now().Add(10 * time.Second))
				client.Read(make([]byte, 64))
			}(client)
		}
	}()
	io.Copy(io.Discard, os.Stdin)
}
