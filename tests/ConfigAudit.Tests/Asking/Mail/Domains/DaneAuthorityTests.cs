using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Mail.Domains;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Domains;

/// <summary>What a record of an authority is true of (DANE-TA, RFC 7672 §3.1.2), held against openssl's own verdict on the same server and
/// record.</summary>
public sealed class DaneAuthorityTests : IClassFixture<Authorities>
{
    private const string Host = "mail.city.example";

    private readonly Authorities _made;

    public DaneAuthorityTests(Authorities made) => _made = made;

    /// <summary>The certificates sent, whose is in DNS, and whether that is good.</summary>
    [NeedsTheory("openssl")]
    [InlineData("own issuing", "issuing", true)]
    [InlineData("own issuing root", "root", true)]
    [InlineData("own root issuing", "root", true)]
    [InlineData("own issuing unrelated", "unrelated", false)]
    [InlineData("own unrelated", "unrelated", false)]
    [InlineData("elsewhere issuing", "issuing", false)]
    [InlineData("common issuing", "issuing", true)]
    [InlineData("addressed issuing", "issuing", true)]
    [InlineData("otherwise issuing", "issuing", false)]
    [InlineData("over issuing", "issuing", false)]
    [InlineData("own issuing", "root", false)]
    [InlineData("own", "own", false)]
    [InlineData("forged leaf root", "root", false)]
    public void An_authority_counts_where_it_vouches_for_a_certificate_in_date_for_the_name(string sent, string named, bool isTrue)
    {
        var chain = sent.Split(' ');
        foreach (
            var record in new[] { (0, 1, Digest(Der(named))), (1, 1, Digest(Key(named))) }.Select(each => new TlsaRecord(
                2,
                each.Item1,
                each.Item2,
                each.Item3
            ))
        )
        {
            Assert.Equal(isTrue, record.Matches(chain.Select(Der).ToArray(), new[] { Host }));
            Assert.Equal(isTrue, OpenSslSays(chain, record));
        }
    }

    /// <summary>A certificate or a key that stands in DNS as a whole needn't be sent.</summary>
    [NeedsTheory("openssl")]
    [InlineData("own issuing", "root", true)]
    [InlineData("own", "issuing", true)]
    [InlineData("own issuing", "unrelated", false)]
    public void An_authority_that_DNS_has_whole_counts_unsent(string sent, string named, bool isTrue)
    {
        var chain = sent.Split(' ');
        foreach (var record in new[] { new TlsaRecord(2, 0, 0, Der(named)), new TlsaRecord(2, 1, 0, Key(named)) })
        {
            Assert.Equal(isTrue, record.Matches(chain.Select(Der).ToArray(), new[] { Host }));
            Assert.Equal(isTrue, OpenSslSays(chain, record));
        }
    }

    [NeedsFact("openssl")]
    public void The_name_of_the_mail_domain_is_as_good_as_the_server_s()
    {
        var (chain, record) = (new[] { Der("domain"), Der("issuing") }, new TlsaRecord(2, 1, 1, Digest(Key("issuing"))));
        Assert.False(record.Matches(chain, new[] { Host }));
        Assert.True(record.Matches(chain, new[] { Host, "city.example" }));
    }

    /// <summary>Copies of one authority are looked at once, however many ways lead over them.</summary>
    [NeedsFact("openssl")]
    public void Many_of_the_same_cost_no_time()
    {
        var watch = Stopwatch.StartNew();
        var chain = new[] { Der("own") }
            .Concat(Enumerable.Repeat(Der("issuing"), 100))
            .Concat(Enumerable.Repeat(Der("root"), 100))
            .ToArray();
        Assert.False(new TlsaRecord(2, 0, 1, new byte[32]).Matches(chain, new[] { Host }));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [NeedsFact("openssl")]
    public void A_certificate_cut_anywhere_is_vouched_for_by_nobody_and_hurts_nobody()
    {
        var (own, issuing) = (Der("own"), Der("issuing"));
        var record = new TlsaRecord(2, 1, 1, Digest(Key("issuing")));
        Assert.All(
            Enumerable.Range(0, own.Length / 7).Select(i => 7 * i),
            length => Assert.False(record.Matches(new[] { own.Take(length).ToArray(), issuing }, new[] { Host }))
        );
        Assert.All(
            Enumerable.Range(0, issuing.Length / 7).Select(i => 7 * i),
            length =>
                Assert.False(record.Matches(new[] { own, issuing.Take(length).ToArray() }, new[] { Host }), $"{length} of {issuing.Length}")
        );
    }

    /// <summary>Whether openssl takes a server that sends these by that record.</summary>
    private bool OpenSslSays(string[] chain, TlsaRecord record)
    {
        File.WriteAllText(
            _made.Folder["chain.pem"],
            string.Concat(chain.Skip(1).Select(name => File.ReadAllText(_made.Folder[name + ".pem"])))
        );
        using var server = new OpenSslServer(
            _ => (_made.Folder[chain[0] + ".pem"], _made.Folder[chain[0] + ".key"]),
            $"-tls1_2{(chain.Length > 1 ? $" -cert_chain {_made.Folder["chain.pem"]}" : string.Empty)}"
        );
        var data = string.Concat(record.Data.Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        return OpenSslServer.Run(
                $"s_client -connect 127.0.0.1:{server.Port} -verify_return_error -dane_tlsa_domain {Host} -dane_tlsa_rrdata \"{record.Usage} {record.Selector} {record.MatchingType} {data}\""
            ) == 0;
    }

    private byte[] Der(string name) => _made.Der(name);

    private byte[] Key(string name) => _made.Key(name);

    private static byte[] Digest(byte[] data)
    {
#pragma warning disable CA1850 // .NET Framework has no static hash.
        using var hash = System.Security.Cryptography.SHA256.Create();
        return hash.ComputeHash(data);
    }
}
