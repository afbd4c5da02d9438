using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Mail;

namespace ConfigAudit.Telling.Outputs.Html.Servers;

/// <summary>Programs whose settings a page can name.</summary>
internal enum MailProduct
{
    Postfix,
    Dovecot,
    Exim,
    Exchange,
}

/// <summary>Which programs a server may be.</summary>
internal static class MailProducts
{
    private static readonly (MailProduct Product, string Sign)[] Signs =
    {
        (MailProduct.Postfix, "Postfix"),
        (MailProduct.Dovecot, "Dovecot"),
        (MailProduct.Exim, "Exim"),
        (MailProduct.Exchange, "Microsoft"),
    };

    /// <summary>By what each service says of itself. One that doesn't name its program may be any that speaks its protocol, and all of
    /// those are told: a greeting proves nothing, and costs nothing either.</summary>
    public static IReadOnlyList<MailProduct> Of(IEnumerable<MailServiceFact> services) =>
        services
            .SelectMany(service => Named(service) is { } named ? new[] { named } : Speaking(service.Protocol))
            .Distinct()
            .OrderBy(product => product)
            .ToArray();

    /// <summary>Null where the greeting names none.</summary>
    public static MailProduct? Named(MailServiceFact service) =>
        Signs
            .Where(each => service.Greeting?.IndexOf(each.Sign, StringComparison.OrdinalIgnoreCase) >= 0)
            .Select(each => (MailProduct?)each.Product)
            .FirstOrDefault();

    private static MailProduct[] Speaking(MailProtocol? protocol) =>
        protocol == MailProtocol.Smtp
            ? new[] { MailProduct.Postfix, MailProduct.Exim, MailProduct.Exchange }
            : new[] { MailProduct.Dovecot, MailProduct.Exchange };
}
