import java.io.FileInputStream;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.Security;
import java.util.Arrays;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server of TLS from the start with all that Java has: SSL 3, RC4, DES, export, NULL and anonymous suites. It ends with its standard input. */
public final class EverythingServer {
    public static void main(String[] arguments) throws Exception {
        for (String list : new String[] { "jdk.tls.disabledAlgorithms", "jdk.tls.legacyAlgorithms", "jdk.certpath.disabledAlgorithms" })
            Security.setProperty(list, "");
        char[] password = arguments[1].toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (FileInputStream file = new FileInputStream(arguments[0])) {
            store.load(file, password);
        }

        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(Integer.parseInt(arguments[2]), 200, InetAddress.getLoopbackAddress());
        // Without the form of hello that SSL 2 had: no version of its own.
        server.setEnabledProtocols(Arrays.stream(server.getSupportedProtocols()).filter(name -> !name.equals("SSLv2Hello")).toArray(String[]::new));
        server.setEnabledCipherSuites(server.getSupportedCipherSuites());
        var workers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        workers.submit(() -> {
            while (true) {
                SSLSocket client = (SSLSocket) server.accept();
                workers.submit(() -> {
                    try (client) {
                        client.setSoTimeout(10_000);
                        client.startHandshake();
                        client.getInputStream().read();
                    } catch (Exception refused) {
                        // As the client asked for.
                    }
                });
            }
        });
        while (System.in.read() >= 0) {
        }
    }
}
