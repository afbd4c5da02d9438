using System.Linq;
using System.Reflection;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>A Java server of TLS from the start with nothing disabled: SSL 3, RC4, DES, export, NULL and anonymous suites. It needs a
/// JDK.</summary>
internal sealed class EverythingServer : ServerProcess
{
    private const string Password = "changeit";

    public EverythingServer()
    {
        MakeKey();
        Run(
            "openssl",
            $"pkcs12 -export -inkey {Folder["key.pem"]} -in {Folder["cert.pem"]} -out {Folder["store.p12"]} -passout pass:{Password}"
        );
        Start("java", $"\"{Source}\" {Folder["store.p12"]} {Password} {Port}");
    }

    /// <summary>What Java is given.</summary>
    public static string Source => System.IO.Path.Combine(Sources, "EverythingServer.java");

    /// <summary>Where what runs beside the tests stands.</summary>
    public static string Sources { get; } =
        System.IO.Path.Combine(
            typeof(EverythingServer)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(each => each.Key == "RepositoryRoot")
                .Value!,
            "tests",
            "ConfigAudit.Tests",
            "Asking",
            "Mail"
        );

    public static bool CanRun => OpenSslServer.IsInstalled && IsThere("java") && IsThere("javac");
}
