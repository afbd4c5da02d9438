/* mbedTLS as Debian ships it, on loopback: certificate, key and port are told. It serves each connection in a process of its own. */
#include <mbedtls/version.h>
#include <mbedtls/ssl.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/entropy.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/pk.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int main(int count, char **words)
{
    mbedtls_net_context listening, client;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context random;
    mbedtls_ssl_config settings;
    mbedtls_x509_crt certificate;
    mbedtls_pk_context key;
    (void)count;
    signal(SIGCHLD, SIG_IGN);
    mbedtls_net_init(&listening); mbedtls_entropy_init(&entropy); mbedtls_ctr_drbg_init(&random);
    mbedtls_ssl_config_init(&settings); mbedtls_x509_crt_init(&certificate); mbedtls_pk_init(&key);
    mbedtls_ctr_drbg_seed(&random, mbedtls_entropy_func, &entropy, NULL, 0);
    if (mbedtls_x509_crt_parse_file(&certificate, words[1]) || mbedtls_pk_parse_keyfile(&key, words[2], NULL)) return 1;
    mbedtls_ssl_config_defaults(&settings, MBEDTLS_SSL_IS_SERVER, MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT);
    mbedtls_ssl_conf_rng(&settings, mbedtls_ctr_drbg_random, &random);
    mbedtls_ssl_conf_min_version(&settings, MBEDTLS_SSL_MAJOR_VERSION_3, MBEDTLS_SSL_MINOR_VERSION_1);
    mbedtls_ssl_conf_own_cert(&settings, &certificate, &key);
    if (mbedtls_net_bind(&listening, "127.0.0.1", words[3], MBEDTLS_NET_PROTO_TCP)) return 2;
    for (;;) {
        mbedtls_ssl_context tls;
        unsigned char buffer[64];
        mbedtls_net_init(&client);
        if (mbedtls_net_accept(&listening, &client, NULL, 0, NULL)) continue;
        if (fork() == 0) {
            alarm(10);
            mbedtls_ssl_init(&tls);
            mbedtls_ssl_setup(&tls, &settings);
            mbedtls_ssl_set_bio(&tls, &client, mbedtls_net_send, mbedtls_net_recv, NULL);
            if (mbedtls_ssl_handshake(&tls) == 0) mbedtls_ssl_read(&tls, buffer, sizeof buffer);
            exit(0);
        }
        close(client.fd);
    }
}
