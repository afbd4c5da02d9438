using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Outputs.Html.Servers;
using ConfigAudit.Tests.Asking.Mail;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs.Servers;

/// <summary>
/// What a mail server's page tells to write is handed to the real servers, which accept everything before: afterwards no source of grades
/// objects to any version, suite, group or
/// signature. Skipped where the packages aren't there, or without root.
/// </summary>
public sealed class ServerSettingsTests
{
    private const string Everything = "ALL:COMPLEMENTOFALL:@SECLEVEL=0";

    private static readonly string[] Checks = { "MAIL-03", "MAIL-04", "MAIL-05" };

    [NeedsTheory("postfix")]
    [InlineData("Cryptrec")]
    [InlineData("CryptrecStrict")]
    [InlineData("Ncsc")]
    [InlineData("NcscStrict")]
    public async Task Postfix_does_as_its_settings_say(string source)
    {
        using var before = MailDaemon.Postfix(Everything);
        Assert.NotEmpty(await FailingAsync(source, before.Address, MailProtocol.Smtp, isImplicit: false));
        using var server = MailDaemon.Postfix(
            Everything,
            folder =>
                Lines(OpenSslSettings.Postfix)
                + $"\nimport_environment = MAIL_CONFIG LANG=C POSTLOG_SERVICE POSTLOG_HOSTNAME OPENSSL_CONF={OpenSslConf(folder)}"
        );
        Assert.Empty(await FailingAsync(source, server.Address, MailProtocol.Smtp, isImplicit: false));
    }

    [NeedsTheory("dovecot")]
    [InlineData("Cryptrec")]
    [InlineData("CryptrecStrict")]
    [InlineData("Ncsc")]
    [InlineData("NcscStrict")]
    public async Task Dovecot_does_as_its_settings_say(string source)
    {
        using var before = MailDaemon.Dovecot(Everything);
        Assert.NotEmpty(await FailingAsync(source, before.Address, MailProtocol.Imap, isImplicit: true));
        using var server = MailDaemon.Dovecot(
            Everything,
            folder => Lines(OpenSslSettings.Dovecot) + $"\nimport_environment = OPENSSL_CONF={OpenSslConf(folder)}"
        );
        Assert.Empty(await FailingAsync(source, server.Address, MailProtocol.Imap, isImplicit: true));
    }

    [NeedsTheory("exim")]
    [InlineData("Cryptrec")]
    [InlineData("CryptrecStrict")]
    [InlineData("Ncsc")]
    [InlineData("NcscStrict")]
    public async Task Exim_with_GnuTLS_does_as_its_settings_say(string source)
    {
        using var before = new EximServer(EximServer.Legacy);
        Assert.NotEmpty(await FailingAsync(source, before.Address, MailProtocol.Smtp, isImplicit: false));
        using var server = new EximServer(OpenSslSettings.GnuTls);
        Assert.Empty(await FailingAsync(source, server.Address, MailProtocol.Smtp, isImplicit: false));
    }

    /// <summary>The files that a page names are the reader's own, and so are those of the test.</summary>
    private static string Lines(IReadOnlyList<ServerSetting> settings) =>
        string.Join(
            "\n",
            settings
                .Where(setting => (setting.Need & (ServerNeed.Versions | ServerNeed.Suites | ServerNeed.Groups)) != 0)
                .SelectMany(setting => setting.Lines)
        );

    private static string OpenSslConf(TemporaryFolder folder)
    {
        var section = OpenSslSettings.Postfix.Single(setting => setting.Need == ServerNeed.Signatures).Lines;
        return folder.File(
            "openssl.cnf",
            "openssl_conf = init\n[init]\nssl_conf = ssl\n[ssl]\nsystem_default = system_default_sect\n" + string.Join("\n", section) + "\n"
        );
    }

    /// <summary>The checks of the certificate's key are left out: it is the test's.</summary>
    private static async Task<string[]> FailingAsync(string source, IPEndPoint address, MailProtocol protocol, bool isImplicit)
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = TimeSpan.FromSeconds(10) },
            Machine.Catalogs.TlsParameters
        );
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(address, protocol, isImplicit, "mail.city.example") },
            CancellationToken.None
        );
        var snapshot = new Snapshot { ComputerName = "mail.city.example", Table = new FactTable(sets) };
        Assert.NotEmpty(sets.OfType<FactSet<MailSuiteFact>>().Single().Items);
        var server = new SeenServer(snapshot);
        foreach (var finding in Evaluator.Evaluate(Baseline(source), snapshot).Where(finding => Checks.Contains(finding.CheckId)))
            server.Add(finding);
        return server
            .Suites.Cast<Fact>()
            .Concat(server.Parameters.Where(parameter => parameter.Kind != TlsParameterKind.CertificateKey))
            .Where(item => server.FailedBy(item).Count > 0)
            .Select(item => item.Label)
            .ToArray();
    }

    private static Baseline Baseline(string source)
    {
        using var own = new TemporaryFolder();
        own.File(
            "town.json",
            $$"""
            { "format": "ConfigAudit.Baseline/1", "id": "town", "version": "1.0", "title": { "ja": "町", "en": "town" }, "extends": "MIC-Recommended", "parameters": { "tlsSource": "{{source}}" } }
            """
        );
        return new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load(own["town.json"]);
    }
}
