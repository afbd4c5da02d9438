using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking.Mail;

/// <summary>The mail server that a row declares. Whatever cell can't be what it is for, the server is there all the same, with what is
/// wrong.</summary>
internal static class MailServerRow
{
    public static readonly string[] Columns = { InventoryRow.NameColumn, "Port", "Protocol", "ImplicitTls", "Zone" };

    /// <summary>What a column of an object may be called.</summary>
    public static IEnumerable<string> Called(string column) =>
        column == InventoryRow.NameColumn ? new[] { column, "CN", "MailServer", "NameExchange" } : new[] { column };

    /// <exception cref="FormatException">It names none.</exception>
    public static MailServerEntry Of(InventoryRow row)
    {
        var host = row.Field(InventoryRow.NameColumn) ?? throw new FormatException("the row has no ComputerName");
        var mistakes = new List<string>();
        if (row.Mistake is { } mistake)
            mistakes.Add(mistake);
        var zone = Cell(mistakes, () => row.Named<Zone>("Zone"));
        var services = Cell(mistakes, () => Services(row)) ?? Array.Empty<MailService>();
        // A server of which something can't be read isn't asked: what is judged of it rests on all that the row says.
        return mistakes.Count == 0
            ? new MailServerEntry(host, services)
            {
                Zone = zone,
                NamedPorts = row.Field("Port") is null ? Array.Empty<int>() : services.Select(service => service.Port).ToArray(),
            }
            : new MailServerEntry(host, Array.Empty<MailService>()) { Zone = zone, Mistake = string.Join("; ", mistakes) };
    }

    private static MailService[] Services(InventoryRow row)
    {
        var protocol = row.Named<MailProtocol>("Protocol");
        var isImplicit = row.Field("ImplicitTls") is { } flag && InventoryRow.Flag(flag);
        var ports = row.Field("Port") is { } text
            ? text.Split(MailService.PortSeparators, StringSplitOptions.RemoveEmptyEntries).Select(InventoryRow.PortNumber)
            : MailService.UsualPorts;
        return ports
            .Select(port =>
                MailService.Of(port, protocol, isImplicit)
                ?? throw new FormatException(
                    $"which protocol port {port} speaks isn't known: say it in the column Protocol, and in ImplicitTls where TLS begins at once"
                )
            )
            .ToArray();
    }

    private static V? Cell<V>(List<string> mistakes, Func<V?> read)
    {
        try
        {
            return read();
        }
        catch (FormatException bad)
        {
            mistakes.Add(bad.Message);
            return default;
        }
    }
}
