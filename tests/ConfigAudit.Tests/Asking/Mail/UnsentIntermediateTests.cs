using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Facts;
using ConfigAudit.Tests.Asking.Mail.Domains;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

#pragma warning disable SYSLIB0057 // .NET Framework has no other way.
/// <summary>A server sends what leads to a root (RFC 8446 §4.4.2): what it leaves out is fetched by nobody and borrowed from nowhere. Each
/// verdict is held against openssl's own on the same server.</summary>
public sealed class UnsentIntermediateTests : IClassFixture<Authorities>
{
    private const string Host = "mail.city.example";

    private readonly Authorities _made;

    public UnsentIntermediateTests(Authorities made) => _made = made;

    [NeedsTheory("openssl")]
    [InlineData("own", "root", false)]
    [InlineData("own", "root issuing", false)]
    [InlineData("own issuing", "root", true)]
    [InlineData("own unrelated issuing", "root", true)]
    [InlineData("own issuing", "unrelated", false)]
    public async Task An_intermediate_that_was_not_sent_is_missing_whoever_else_has_it(string sent, string trusted, bool isTrusted)
    {
        using var server = Server(sent, "-tls1_2");
        Assert.Equal(isTrusted, (await AskAsync(server, trusted)).Service.CertificateIsTrusted);
        Assert.Equal(isTrusted, OpenSslTrusts(server, trusted));
    }

    /// <summary>Who shows a certificate doesn't choose whom this computer asks, and doesn't keep it waiting either.</summary>
    [NeedsFact("openssl")]
    public async Task The_address_that_a_certificate_names_for_its_issuer_is_not_asked()
    {
        using var silent = new Silent();
        _made.Signed(
            "fetched",
            "issuing",
            $"subjectAltName=DNS:{Host}\nauthorityInfoAccess=caIssuers;URI:http://{silent.Address}/issuing.cer"
        );
        using var server = Server("fetched", "-tls1_2");
        Assert.False((await AskAsync(server, "root")).Service.CertificateIsTrusted);
        Assert.False(silent.WasAsked);
    }

    [NeedsFact("openssl")]
    public async Task The_user_s_own_store_of_intermediates_hides_nothing()
    {
        using var issuing = new X509Certificate2(_made.Der("issuing"));
        using var store = new X509Store(StoreName.CertificateAuthority, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        store.Add(issuing);
        try
        {
            using var server = Server("own", "-tls1_2");
            Assert.False((await AskAsync(server, "root")).Service.CertificateIsTrusted);
        }
        finally
        {
            store.Remove(issuing);
        }
    }

    /// <summary>As the root of one authority that another had signed, for old clients, and whose end came.</summary>
    [NeedsFact("openssl")]
    public async Task One_that_no_path_needs_may_be_over()
    {
        _made.Crossed("crossed", "root", "unrelated", days: -1);
        using var server = Server("own issuing crossed", "-tls1_2");
        var (service, certificates) = await AskAsync(server, "root");
        Assert.True(service.CertificateIsTrusted);
        Assert.True(OpenSslTrusts(server, "root"));
        Assert.Equal(
            new[] { "CN=own True True", "CN=issuing True True", "CN=root False False" },
            certificates.Select(each => $"{each.CertificateSubject} {each.IsInPath} {each.Left > TimeSpan.Zero}")
        );
        // Where nobody knows the root, each that leads on counts.
        Assert.All((await AskAsync(server, "unrelated")).Certificates, each => Assert.True(each.IsInPath));
    }

    [NeedsTheory("openssl")]
    [InlineData("IP:127.0.0.1", true)]
    [InlineData("IP:127.0.0.2", null)]
    [InlineData("DNS:127.0.0.1", null)]
    public async Task A_server_that_is_asked_by_an_address_may_be_named_by_it(string name, bool? namesHost)
    {
        using var server = new OpenSslServer("-tls1_2", request: $"-days 30 -subj /CN={Host} -addext subjectAltName={name}");
        Assert.Equal(namesHost, (await AskAsync(server, "root", "127.0.0.1")).Service.CertificateNamesHost);
    }

    /// <summary>There nobody chooses (RFC 4346 §7.4.3).</summary>
    [NeedsTheory("openssl")]
    [InlineData("rsa:2048", "-tls1 -cipher ECDHE-RSA-AES128-SHA:@SECLEVEL=0", "RsaPkcs1Sha1")]
    [InlineData("rsa:2048", "-tls1_1 -cipher AES128-SHA:@SECLEVEL=0", "")]
    [InlineData("ec -pkeyopt ec_paramgen_curve:P-256", "-tls1_1 -cipher ALL:@SECLEVEL=0", "EcdsaSha1")]
    public async Task Old_versions_sign_as_they_prescribe(string key, string options, string schemes)
    {
        using var server = new OpenSslServer(options, key);
        Assert.Equal(schemes, string.Join(" ", (await AskAsync(server, "root")).Service.SignatureSchemes!));
    }

    private OpenSslServer Server(string sent, string options)
    {
        var names = sent.Split(' ');
        File.WriteAllText(_made.Folder["sent.pem"], string.Concat(names.Skip(1).Select(Pem)));
        return new OpenSslServer(
            _ => (_made.Folder[names[0] + ".pem"], _made.Folder[names[0] + ".key"]),
            options + (names.Length > 1 ? $" -cert_chain {_made.Folder["sent.pem"]}" : string.Empty)
        );
    }

    private bool OpenSslTrusts(OpenSslServer server, string trusted)
    {
        // It would borrow an intermediate from that file, too: the root alone is what other clients have.
        var root = trusted.Split(' ')[0];
        return OpenSslServer.Run(
                $"s_client -connect 127.0.0.1:{server.Port} -verify_return_error -verify_hostname {Host} -CAfile {_made.Folder[root + ".pem"]}"
            ) == 0;
    }

    private async Task<(MailServiceFact Service, MailCertificateFact[] Certificates)> AskAsync(
        OpenSslServer server,
        string trusted,
        string name = Host
    )
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions
            {
                Round = TimeSpan.FromSeconds(5),
                Trusted = new X509Certificate2Collection(
                    trusted.Split(' ').Select(each => new X509Certificate2(_made.Der(each))).ToArray()
                ),
            }
        );
        var sets = await probe.AskAsync(
            name,
            new[] { new MailEndpoint(server.Address, MailProtocol.Imap, IsImplicit: true, name) },
            CancellationToken.None
        );
        return (
            sets.OfType<FactSet<MailServiceFact>>().Single().Items.Single(),
            sets.OfType<FactSet<MailCertificateFact>>().Single().Items.ToArray()
        );
    }

    private string Pem(string name) => File.ReadAllText(_made.Folder[name + ".pem"]);

    /// <summary>Takes connections and says nothing.</summary>
    private sealed class Silent : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public Silent() => _listener.Start();

        public string Address => _listener.LocalEndpoint.ToString()!;

        public bool WasAsked => _listener.Pending();

        public void Dispose() => _listener.Stop();
    }
}
