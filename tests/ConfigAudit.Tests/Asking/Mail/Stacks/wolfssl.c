/* wolfSSL as Debian ships it, on loopback: certificate, key and port are told. It serves each connection in a process of its own. */
#include <wolfssl/options.h>
#include <wolfssl/ssl.h>
#include <arpa/inet.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int main(int count, char **words)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    WOLFSSL_CTX *settings;
    int listening, on = 1;
    (void)count;
    signal(SIGCHLD, SIG_IGN);
    wolfSSL_Init();
    settings = wolfSSL_CTX_new(wolfSSLv23_server_method());
    if (wolfSSL_CTX_use_certificate_chain_file(settings, words[1]) != SSL_SUCCESS || wolfSSL_CTX_use_PrivateKey_file(settings, words[2], SSL_FILETYPE_PEM) != SSL_SUCCESS) return 1;
    listening = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    address.sin_port = htons(atoi(words[3]));
    if (bind(listening, (struct sockaddr *)&address, sizeof address) || listen(listening, 200)) return 2;
    for (;;) {
        int client = accept(listening, NULL, NULL);
        if (client < 0) continue;
        if (fork() == 0) {
            WOLFSSL *tls = wolfSSL_new(settings);
            char buffer[64];
            alarm(10);
            wolfSSL_set_fd(tls, client);
            if (wolfSSL_accept(tls) == SSL_SUCCESS) wolfSSL_read(tls, buffer, sizeof buffer);
            exit(0);
        }
        close(client);
    }
}
