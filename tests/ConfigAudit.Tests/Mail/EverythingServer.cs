using System.Linq;
using System.Reflection;

namespace ConfigAudit.Tests.Mail;

/// <summary>A Java server of TLS from the start with nothing disabled: SSL 3, RC4, DES, export, NULL and anonymous suites. It needs a JDK.</summary>
internal sealed class EverythingServer : ServerProcess
{
    private const string Password = "changeit";

    public EverythingServer()
    {
        MakeKey();
        Run("openssl", $"pkcs12 -export -inkey {Folder["key.pem"]} -in {Folder["cert.pem"]} -out {Folder["store.p12"]} -passout pass:{Password}");
        var root = typeof(EverythingServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "RepositoryRoot").Value!;
        Start("java", $"\"{System.IO.Path.Combine(root, "tests", "ConfigAudit.Tests", "Mail", "EverythingServer.java")}\" {Folder["store.p12"]} {Password} {Port}");
    }

    public static bool CanRun => OpenSslServer.IsInstalled && IsThere("java") && IsThere("javac");
}
