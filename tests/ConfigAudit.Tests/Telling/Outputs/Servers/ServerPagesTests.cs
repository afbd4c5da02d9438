using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs.Servers;

/// <summary>A report has a page for each mail server whose facts came with its findings. What servers say stays text.</summary>
public sealed class ServerPagesTests : IDisposable
{
    private const string Old = "TLS_RSA_WITH_RC4_128_SHA";
    private const string Good = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_fails_by_the_baseline_in_force_is_marked_and_nothing_else()
    {
        var page = Write(Judge("MIC-Recommended", Server("mail.city.example", "220 mail ESMTP Postfix")));
        Assert.Contains("id=\"server-1\"", page, StringComparison.Ordinal);
        Assert.Contains("Fail MAIL-04", RowOf(page, Old), StringComparison.Ordinal);
        Assert.DoesNotContain("Fail", RowOf(page, Good), StringComparison.Ordinal);
        Assert.Contains("tls_high_cipherlist", page, StringComparison.Ordinal);
        Assert.Contains("20 days", RowOf(page, "CN=Between"), StringComparison.Ordinal);
        Assert.Contains("Fail MAIL-13", RowOf(page, "CN=Between"), StringComparison.Ordinal);
        Assert.DoesNotContain("Fail", RowOf(page, "CN=Own"), StringComparison.Ordinal);
    }

    /// <summary>A server may accept versions, and come to the end of no handshake.</summary>
    [Theory]
    [InlineData(true, "TLS 1.2", "no handshake")]
    [InlineData(null, "no handshake was seen to come to its end", "offers no TLS")]
    [InlineData(false, "offers no TLS, or refuses every version", "no handshake")]
    public void Whether_a_handshake_ended_is_told_beside_the_versions(bool? offersTls, string told, string not)
    {
        var page = RowOf(Write(Judge("MIC-Recommended", Server("mail.city.example", "220", offersTls: offersTls))), "SMTP (STARTTLS)");
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.DoesNotContain(not, page, StringComparison.Ordinal);
    }

    /// <summary>MAIL-13 is off there: the days are told all the same.</summary>
    [Fact]
    public void What_no_check_of_the_baseline_asks_is_shown_and_not_marked()
    {
        var page = Write(Judge("MIC-2022-03", Server("mail.city.example", "220 mail ESMTP Postfix")));
        Assert.Contains("20 days", RowOf(page, "CN=Between"), StringComparison.Ordinal);
        Assert.DoesNotContain("MAIL-13", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("220 mail ESMTP Postfix", new[] { "<h5>Postfix" })]
    [InlineData("220 mail ESMTP Exim 4.96", new[] { "<h5>Exim" })]
    [InlineData(
        "220 mail Microsoft ESMTP MAIL Service ready",
        new[] { "<h5>Microsoft Exchange", "Disable-TlsCipherSuite -Name &#39;" + Old + "&#39;" }
    )]
    [InlineData("220 ready", new[] { "<h5>Postfix", "<h5>Exim", "<h5>Microsoft Exchange" })]
    [InlineData(null, new[] { "<h5>Postfix", "<h5>Exim", "<h5>Microsoft Exchange" })]
    public void What_to_change_is_told_in_the_words_of_the_program_that_the_server_may_be(string? greeting, string[] told)
    {
        var page = Write(Judge("MIC-Recommended", Server("mail.city.example", greeting)));
        Assert.Equal(
            told.Count(each => each.StartsWith("<h5>", StringComparison.Ordinal)),
            page.Split(new[] { "<h5>" }, StringSplitOptions.None).Length - 1
        );
        Assert.All(told, each => Assert.Contains(each, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_server_has_its_own_page_and_the_later_of_two_snapshots_counts()
    {
        var first = Server("a.city.example", "220 Postfix old");
        var later = Server("a.city.example", "220 Postfix new") with { CollectedAt = first.CollectedAt!.Value.AddDays(1) };
        var page = Write(
            Judge("MIC-2022-03", first)
                .Concat(Judge("MIC-Recommended", later))
                .Concat(Judge("MIC-2022-03", Server("b.city.example", "220 Postfix b")))
        );
        Assert.Equal(2, page.Split(new[] { "<article" }, StringSplitOptions.None).Length - 1);
        Assert.Contains("220 Postfix new", page, StringComparison.Ordinal);
        Assert.DoesNotContain("220 Postfix old", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_servers_and_certificates_say_stays_text()
    {
        var hostile = Server(Sample.Injection, Sample.Injection, Sample.Injection);
        var page = Write(Judge("MIC-Recommended", hostile));
        Assert.DoesNotContain("<script>window.hacked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(Sample.Injection), page, StringComparison.Ordinal);
    }

    /// <summary>They come back from a file without facts.</summary>
    [Fact]
    public void Findings_without_facts_have_no_page()
    {
        Assert.DoesNotContain(
            "id=\"servers\"",
            Write(Judge("MIC-2022-03", Server("mail.city.example", null)).Select(finding => finding with { Facts = null })),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("id=\"servers\"", Write(Sample.Fleet.Take(20)), StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_are_no_part_of_what_makes_two_findings_equal()
    {
        var one = Judge("MIC-2022-03", Server("mail.city.example", null))[0];
        Assert.Equal(one.Facts, Judge("MIC-2022-03", Server("mail.city.example", "220"))[0].Facts);
    }

    private static string RowOf(string page, string text) =>
        page.Substring(page.IndexOf("<article", StringComparison.Ordinal))
            .Split(new[] { "<tr>" }, StringSplitOptions.None)
            .First(row => row.Contains(text, StringComparison.Ordinal));

    private static Finding[] Judge(string baseline, Snapshot snapshot) =>
        Evaluator
            .Evaluate(new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load(baseline), snapshot)
            .ToArray();

    private static Snapshot Server(string name, string? greeting, string subject = "CN=Own", bool? offersTls = true)
    {
        var service = new MailServiceFact
        {
            ComputerName = name,
            Source = "tcp:192.0.2.1:25",
            Address = "192.0.2.1",
            Port = 25,
            Protocol = MailProtocol.Smtp,
            IsReachable = true,
            OffersTls = offersTls,
            Greeting = greeting,
            Versions = new[] { TlsVersion.Tls12 },
            HasServerOrder = true,
            CertificateLeft = TimeSpan.FromDays(20.5),
        };
        MailSuiteFact Suite(string suite, long rank, CryptrecGrade grade) =>
            new()
            {
                ComputerName = name,
                Address = "192.0.2.1",
                Port = 25,
                Version = TlsVersion.Tls12,
                Suite = suite,
                Rank = rank,
                Cryptrec = grade,
                Ncsc = NcscGrade.Insufficient,
            };
        MailCertificateFact Certificate(string of, long place, double days) =>
            new()
            {
                ComputerName = name,
                Address = "192.0.2.1",
                Port = 25,
                Chain = 1,
                Place = place,
                IsInPath = true,
                CertificateSubject = of,
                CertificateIssuer = "CN=Issuing",
                CertificateKey = "RSA",
                CertificateKeyBits = 2048,
                CertificateHash = "SHA256",
                Left = TimeSpan.FromDays(days),
            };
        return new Snapshot
        {
            ComputerName = name,
            IPAddresses = new[] { "192.0.2.1" },
            CollectedAt = new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.FromHours(9)),
            Protocol = "Mail",
            Table = new FactTable(
                new FactSet[]
                {
                    new FactSet<MailServiceFact>(new[] { service }, Array.Empty<Gap>()),
                    new FactSet<MailSuiteFact>(
                        new[] { Suite(Good, 1, CryptrecGrade.Recommended), Suite(Old, 2, CryptrecGrade.NotListed) },
                        Array.Empty<Gap>()
                    ),
                    new FactSet<MailCertificateFact>(
                        new[] { Certificate(subject, 0, 300), Certificate("CN=Between", 1, 20.5) },
                        Array.Empty<Gap>()
                    ),
                }
            ),
        };
    }

    private string Write(IEnumerable<Finding> findings) =>
        File.ReadAllText(Sample.Write(_folder, "report.html", Sample.In(Language.English), findings));
}
