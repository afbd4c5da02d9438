using System;
using System.IO;
using System.Linq;

namespace ConfigAudit.Tests.Asking.Mail.Domains;

/// <summary>Authorities and what they vouch for, good and bad, made by openssl once for all tests that look at them.</summary>
public sealed class Authorities : IDisposable
{
    private const string Host = "mail.city.example";

    public Authorities()
    {
        if (!OpenSslServer.IsInstalled)
            return;
        Root("root");
        Root("unrelated");
        Signed("issuing", "root", "basicConstraints=critical,CA:TRUE");
        Signed("own", "issuing", $"subjectAltName=DNS:{Host}");
        Signed("elsewhere", "issuing", "subjectAltName=DNS:mail.town.example");
        Signed("domain", "issuing", "subjectAltName=DNS:city.example");
        Signed("common", "issuing", "keyUsage=digitalSignature", $"/CN={Host}");
        Signed("addressed", "issuing", "subjectAltName=IP:127.0.0.1", $"/CN={Host}");
        Signed("otherwise", "issuing", "subjectAltName=DNS:mail.town.example", $"/CN={Host}");
        Signed("over", "issuing", $"subjectAltName=DNS:{Host}", days: -1);
        Signed("leaf", "root", $"subjectAltName=DNS:{Host}\nbasicConstraints=CA:FALSE");
        Signed("forged", "leaf", $"subjectAltName=DNS:{Host}");
    }

    internal TemporaryFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();

    public byte[] Der(string name) => Pem(File.ReadAllText(Folder[name + ".pem"]));

    /// <summary>The SubjectPublicKeyInfo.</summary>
    public byte[] Key(string name) => Pem(OpenSsl.Run($"x509 -in {Folder[name + ".pem"]} -pubkey -noout"));

    private void Root(string name) =>
        OpenSsl.Run(
            $"req -x509 -newkey rsa:2048 -nodes -keyout {Folder[name + ".key"]} -out {Folder[name + ".pem"]} -days 30 -subj /CN={name}"
        );

    /// <summary>The key and the name of one, signed by another.</summary>
    public void Crossed(string name, string of, string by, int days)
    {
        File.WriteAllText(Folder["extensions"], "basicConstraints=critical,CA:TRUE");
        OpenSsl.Run($"req -new -key {Folder[of + ".key"]} -out {Folder["request"]} -subj /CN={of}");
        OpenSsl.Run(
            $"x509 -req -in {Folder["request"]} -CA {Folder[by + ".pem"]} -CAkey {Folder[by + ".key"]} -CAcreateserial -days {days} -extfile {Folder["extensions"]} -out {Folder[name + ".pem"]}"
        );
    }

    public void Signed(string name, string by, string extensions, string? subject = null, int days = 30)
    {
        File.WriteAllText(Folder["extensions"], extensions);
        OpenSsl.Run(
            $"req -newkey rsa:2048 -nodes -keyout {Folder[name + ".key"]} -out {Folder["request"]} -subj {subject ?? "/CN=" + name}"
        );
        OpenSsl.Run(
            $"x509 -req -in {Folder["request"]} -CA {Folder[by + ".pem"]} -CAkey {Folder[by + ".key"]} -CAcreateserial -days {days} -extfile {Folder["extensions"]} -out {Folder[name + ".pem"]}"
        );
    }

    private static byte[] Pem(string text) =>
        Convert.FromBase64String(
            string.Concat(
                text.Split('\n')
                    .SkipWhile(line => !line.StartsWith("-----BEGIN", StringComparison.Ordinal))
                    .Skip(1)
                    .TakeWhile(line => line[0] != '-')
                    .Select(line => line.Trim())
            )
        );
}
