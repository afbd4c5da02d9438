using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Dialogue;
using ConfigAudit.Asking.Mail.Domains;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>Whatever a server says is a reply or that server's failure, and never an exception of another kind, which would end the
/// run.</summary>
public sealed class DialogueTests
{
    /// <summary>What a server answers to EHLO, and what it can do by that; "Broken" and the like where it is no answer.</summary>
    [Theory]
    [InlineData("250-mail\r\n250-SIZE 1000\r\n250 STARTTLS\r\n", "SIZE 1000|STARTTLS")]
    [InlineData("250-mail\r\n250-STARTTLS\r\n250\r\n", "STARTTLS")]
    [InlineData("250-mail\r\n250-STARTTLS\r\n250 \r\n", "STARTTLS")]
    [InlineData("250-mail\r\n250-\r\n250 STARTTLS   \r\n", "STARTTLS")]
    [InlineData("250\r\n", "")]
    [InlineData("250 \r\n", "")]
    [InlineData("250-\r\n250\r\n", "")]
    [InlineData("250-mail\n250-SIZE\n250 STARTTLS\n", "SIZE|STARTTLS")]
    [InlineData("250-mail\n250\n", "")]
    [InlineData("250-mail\r\n250-ÿÿ\0\u0001\r\n250 STARTTLS\r\n", "Ã¿Ã¿\0\u0001|STARTTLS")]
    [InlineData("250-mail\r\n250\tSTARTTLS\r\n", "STARTTLS")]
    [InlineData("250-mail\r\n500-SIZE\r\n250 STARTTLS\r\n", "Broken")]
    [InlineData("250-mail\r\n250-SIZE\r\n550 STARTTLS\r\n", "Broken")]
    [InlineData("250-mail\r\n\r\n250 STARTTLS\r\n", "Broken")]
    [InlineData("250-mail\r\n25\r\n", "Broken")]
    [InlineData("250-mail\r\n250STARTTLS\r\n", "Broken")]
    [InlineData("٢٥٠ STARTTLS\r\n", "Broken")]
    [InlineData("²50 x\r\n", "Broken")]
    [InlineData("\r\n", "Broken")]
    [InlineData("\n\n\n", "Broken")]
    [InlineData("-\r\n", "Broken")]
    [InlineData("   -\r\n   -\r\n", "Broken")]
    [InlineData("502\r\n", "Ended")]
    [InlineData("421\r\n", "Limited")]
    [InlineData("250-mail\r\n250-STARTTLS\r\n", "Ended")]
    [InlineData("", "Ended")]
    public Task A_reply_of_SMTP_may_lack_its_text(string answer, string expected) =>
        SaysAsync(MailProtocol.Smtp, "220 ready\r\n", answer, expected);

    [Theory]
    [InlineData("220\r\n", "")]
    [InlineData("220 \r\n", "")]
    [InlineData("220-\n220\n", "")]
    [InlineData("220-a\r\n221 b\r\n", "Broken")]
    [InlineData("554\r\n", "NotOffered")]
    [InlineData("SSH-2.0-OpenSSH\r\n", "Broken")]
    public Task So_may_its_greeting(string greeting, string expected) => SaysAsync(MailProtocol.Smtp, greeting, "250\r\n", expected);

    [Theory]
    [InlineData("* OK ready\r\n", "* CAPABILITY IMAP4rev1 STARTTLS\r\na1 OK done\r\n", "IMAP4rev1|STARTTLS")]
    [InlineData("* OK\r\n", "* CAPABILITY IMAP4rev1\r\n* CAPABILITY STARTTLS\r\na1 OK\r\n", "IMAP4rev1|STARTTLS")]
    [InlineData("* ok\n", "* capability  IMAP4rev1  \na1 ok\n", "IMAP4rev1")]
    [InlineData("* PREAUTH\r\n", "* CAPABILITY\r\na1 OK\r\n", "")]
    [InlineData("* OK[X]\r\n", "\r\n* \r\n* ÿ\r\n* CAPABILITY X\r\na1 OK\r\n", "X")]
    [InlineData("* OK\r\n", "a1 OK\r\n", "Broken")]
    [InlineData("* OK\r\n", "* CAPABILITYX\r\na1 OK\r\n", "Broken")]
    [InlineData("* OK\r\n", "* CAPABILITY X\r\na1\r\n", "NotOffered")]
    [InlineData("* OK\r\n", "* CAPABILITY X\r\na1 OKAY\r\n", "NotOffered")]
    [InlineData("* OK\r\n", "a1 BAD\r\n", "NotOffered")]
    [InlineData("* OK\r\n", "* BYE\r\n", "Limited")]
    [InlineData("* OK\r\n", "a1", "Ended")]
    [InlineData("* BYE\r\n", "", "Limited")]
    [InlineData("* OKAY\r\n", "", "Broken")]
    [InlineData("*\r\n", "", "Broken")]
    [InlineData("\r\n", "", "Broken")]
    public Task So_is_an_answer_of_IMAP(string greeting, string answer, string expected) =>
        SaysAsync(MailProtocol.Imap, greeting, answer, expected);

    [Theory]
    [InlineData("+OK ready\r\n", "+OK\r\nTOP\r\nSTLS\r\n.\r\n", "TOP|STLS")]
    [InlineData("+OK\n", "+OK\n\nSTLS\nÿ\n.\n", "|STLS|Ã¿")]
    [InlineData("+OK\r\n", "+OK\r\n.\r\n", "")]
    [InlineData("+OK\r\n", "-ERR\r\n", "")]
    [InlineData("+OK\r\n", "-ERR [SYS/TEMP]\r\n", "Limited")]
    [InlineData("+OK\r\n", "-ERROR\r\n", "Broken")]
    [InlineData("+OK\r\n", "+OK\r\nTOP\r\n", "Ended")]
    [InlineData("+OKAY\r\n", "", "Broken")]
    [InlineData("+\r\n", "", "Broken")]
    [InlineData("\r\n", "", "Broken")]
    public Task And_of_POP3(string greeting, string answer, string expected) => SaysAsync(MailProtocol.Pop3, greeting, answer, expected);

    [Theory]
    [InlineData(MailProtocol.Smtp)]
    [InlineData(MailProtocol.Imap)]
    [InlineData(MailProtocol.Pop3)]
    public async Task A_line_without_an_end_is_the_server_s_failure(MailProtocol protocol)
    {
        await SaysAsync(protocol, new string('2', 5000), string.Empty, "Broken");
        await SaysAsync(protocol, string.Concat(Enumerable.Repeat("220-x\r\n", 200)), string.Empty, "Broken");
        await SaysAsync(protocol, new string('\r', 5000), string.Empty, "Broken");
    }

    /// <summary>Words of these protocols in any order, cut anywhere, a byte at a time, from a seed so that a failure comes again.</summary>
    [Theory]
    [InlineData(MailProtocol.Smtp)]
    [InlineData(MailProtocol.Imap)]
    [InlineData(MailProtocol.Pop3)]
    public async Task Whatever_is_said_is_that_server_s_affair_alone(MailProtocol protocol)
    {
        string[] words =
        {
            "220 ",
            "250",
            "250-",
            "334 ",
            "501 x",
            "530",
            "* OK",
            "* CAPABILITY",
            " AUTH=PLAIN",
            "a1 ",
            "a2 OK",
            "a3",
            "+",
            "+ ",
            "+OK",
            "-ERR",
            ".",
            "STARTTLS",
            "\r\n",
            "\n",
            "\r\n",
            "\0",
            "ÿ",
            " ",
            "[",
            "]",
        };
        for (var seed = 1; seed <= 40; seed++)
        {
#pragma warning disable CA5394 // Not for a secret.
            var random = new Random(seed);
            var text =
                (
                    protocol == MailProtocol.Smtp ? "220 x\r\n"
                    : protocol == MailProtocol.Imap ? "* OK x\r\n"
                    : "+OK\r\n"
                ) + string.Concat(Enumerable.Range(0, 60).Select(_ => words[random.Next(words.Length)]));
#pragma warning restore CA5394
            using var front = new StartTlsFront(
                async (stream, _) =>
                {
                    foreach (var letter in text)
                        await StartTlsFront.SayAsync(stream, letter.ToString());
                    return false;
                }
            );
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            using var connection = await MailConnection.OpenAsync(front.Address, deadline.Token);
            var dialogue = MailDialogue.Of(protocol, connection);
            try
            {
                await dialogue.GreetAsync(deadline.Token);
                var capabilities = await dialogue.CapabilitiesAsync(deadline.Token);
                await dialogue.AcceptsLoginAsync(capabilities ?? Array.Empty<string>(), deadline.Token);
                await dialogue.StartTlsAsync(isGlued: true, deadline.Token);
                await dialogue.IsCleanAsync(deadline.Token);
            }
            catch (MailException)
            {
                // As it should be.
            }
        }
    }

    /// <summary>Exchangers have such names, and what DNS says of them is asked by name.</summary>
    [Theory]
    [InlineData("mail_1.city.example")]
    [InlineData("_mail.city.example")]
    [InlineData("xn--a.city.example")]
    public void A_host_s_name_that_is_met_with_is_a_name(string host)
    {
        Assert.True(DomainName.IsHost(host));
        Assert.Equal(host, DomainName.Ascii(host));
    }

    [Theory]
    [InlineData("-x.city.example")]
    [InlineData("x-.city.example")]
    public void One_that_DNS_can_not_have_is_none(string host) => Assert.False(DomainName.IsHost(host));

    private static async Task SaysAsync(MailProtocol protocol, string greeting, string answer, string expected)
    {
        using var front = new StartTlsFront(
            async (stream, reader) =>
            {
                await StartTlsFront.SayAsync(stream, greeting);
                if (answer.Length == 0 || await reader.ReadLineAsync() is null)
                    return false;
                await StartTlsFront.SayAsync(stream, answer);
                return false;
            }
        );
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var connection = await MailConnection.OpenAsync(front.Address, deadline.Token);
        var dialogue = MailDialogue.Of(protocol, connection);
        string said;
        try
        {
            await dialogue.GreetAsync(deadline.Token);
            var capabilities = await dialogue.CapabilitiesAsync(deadline.Token) ?? Array.Empty<string>();
            _ = (dialogue.OffersTls(capabilities), dialogue.OffersLogin(capabilities), dialogue.LoginMechanisms(capabilities));
            said = string.Join("|", capabilities);
        }
        catch (MailException bad)
        {
            said = bad.Kind.ToString();
        }

        Assert.Equal(expected, said);
    }
}
