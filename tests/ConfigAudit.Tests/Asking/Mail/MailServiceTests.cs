using ConfigAudit.Asking.Mail;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>Which protocol a port speaks, and whether TLS begins at once.</summary>
public sealed class MailServiceTests
{
    [Theory]
    [InlineData(25, null, "Smtp", false)]
    [InlineData(465, null, "Smtp", true)]
    [InlineData(465, MailProtocol.Smtp, "Smtp", true)]
    [InlineData(993, MailProtocol.Imap, "Imap", true)]
    [InlineData(143, null, "Imap", false)]
    [InlineData(995, null, "Pop3", true)]
    public void A_usual_port_is_known_and_naming_its_protocol_changes_nothing(
        int port,
        MailProtocol? protocol,
        string expected,
        bool isImplicit
    ) => Assert.Equal($"{port} {expected} {isImplicit}", Shown(MailService.Of(port, protocol, isImplicit: false)!));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Another_protocol_or_port_is_as_it_was_told(bool isImplicit)
    {
        Assert.Equal($"993 Smtp {isImplicit}", Shown(MailService.Of(993, MailProtocol.Smtp, isImplicit)!));
        Assert.Equal($"2525 Smtp {isImplicit}", Shown(MailService.Of(2525, MailProtocol.Smtp, isImplicit)!));
    }

    [Fact]
    public void A_port_that_nobody_explains_is_not_guessed() => Assert.Null(MailService.Of(2525, null, isImplicit: true));

    [Theory]
    [InlineData("メール.日本", "xn--4dkua4c.xn--wgv71a")]
    [InlineData("Mail.City.Example.", "mail.city.example")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("no such host", "no such host")]
    public void A_host_is_asked_by_its_name_on_the_wire(string host, string name) => Assert.Equal(name, MailAudit.OnTheWire(host));

    private static string Shown(MailService service) => $"{service.Port} {service.Protocol} {service.IsImplicit}";
}
