using System;
using System.IO;
using System.Linq;
using System.Threading;
using ConfigAudit.Tests.Asking.Mail;
using ConfigAudit.Tests.Asking.Mail.Stacks;

namespace ConfigAudit.Tests.Telling.Notices;

/// <summary>rsyslog, unpacked into a folder (.ci/run does), which takes messages over TLS or in clear and writes each on a line of a
/// file.</summary>
internal sealed class RsyslogServer : ServerProcess
{
    private static readonly string Root = UnpackedServer.Root("rsyslog");

    /// <param name="name">Whom its certificate names.</param>
    /// <param name="isSecure">Over TLS, or in clear over TCP.</param>
    public RsyslogServer(string name, bool isSecure = true)
    {
        Run(
            "openssl",
            $"req -x509 -newkey rsa:2048 -nodes -keyout {Folder["key.pem"]} -out {Folder["cert.pem"]} -days 30 -subj /CN={name} -addext subjectAltName=DNS:{name}"
        );
        var driver = isSecure ? """ streamDriver.name="ossl" streamDriver.mode="1" streamDriver.authMode="anon" """ : string.Empty;
        var settings = Folder.File(
            "rsyslog.conf",
            $$"""
            global(workDirectory="{{Folder.Path}}" defaultNetstreamDriverCAFile="{{Folder["cert.pem"]}}"
                   defaultNetstreamDriverCertFile="{{Folder["cert.pem"]}}" defaultNetstreamDriverKeyFile="{{Folder["key.pem"]}}")
            module(load="imtcp" {{driver}})
            template(name="line" type="string" string="%syslogfacility-text%.%syslogseverity-text% %programname% %msgid% %msg%\n")
            input(type="imtcp" address="127.0.0.1" port="{{Port}}")
            action(type="omfile" file="{{Folder["log"]}}" template="line")

            """
        );
        var libraries = Path.Combine(Root, "usr/lib/x86_64-linux-gnu");
        Start(
            Path.Combine(Root, "usr/sbin/rsyslogd"),
            $"-n -f {settings} -i {Folder["pid"]} -M {Path.Combine(libraries, "rsyslog")}",
            ("LD_LIBRARY_PATH", libraries)
        );
    }

    /// <summary>Why it can't run here; null where it can.</summary>
    public static string? Lack =>
        !OpenSslServer.IsInstalled ? "openssl isn't installed"
        : File.Exists(Path.Combine(Root, "usr/sbin/rsyslogd")) ? null
        : "rsyslog isn't unpacked";

    public string Certificate => Folder["cert.pem"];

    /// <summary>What it wrote, once there are so many lines of something; what there is after ten seconds.</summary>
    public string[] Lines(int count, string of = "")
    {
        for (var tried = 0; ; tried++)
        {
            var lines = File.Exists(Folder["log"]) ? File.ReadAllLines(Folder["log"]) : Array.Empty<string>();
            if (lines.Count(line => line.Contains(of)) >= count || tried == 200)
                return lines;
            Thread.Sleep(50);
        }
    }
}
