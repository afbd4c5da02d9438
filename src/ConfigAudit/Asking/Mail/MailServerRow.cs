using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
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
        var host = row.Field(InventoryRow.NameColumn) ?? throw InventoryRow.Nameless();
        var mistakes = new List<LocalText>();
        if (row.Mistake is { } mistake)
            mistakes.Add(mistake);
        if (Misnamed(host) is { } misnamed)
            mistakes.Add(misnamed);
        var zone = Cell(mistakes, () => row.Named<Zone>("Zone"));
        var services = Cell(mistakes, () => Services(row)) ?? Array.Empty<MailService>();
        // A server of which something can't be read isn't asked: what is judged of it rests on all that the row says.
        return mistakes.Count == 0
            ? new MailServerEntry(host, services)
            {
                Zone = zone,
                NamedPorts = row.Field("Port") is null ? Array.Empty<int>() : services.Select(service => service.Port).ToArray(),
            }
            : new MailServerEntry(host, Array.Empty<MailService>()) { Zone = zone, Mistake = LocalText.Join(mistakes) };
    }

    /// <summary>What is wrong with a host's name that has more in it than a name; null for nothing.</summary>
    public static LocalText? Misnamed(string host) =>
        host.IndexOf("://", StringComparison.Ordinal) >= 0
            ? new LocalText(
                "URLではなく、ホスト名又はアドレスだけを指定してください",
                "this is a URL, and the name or the address of a host is wanted"
            )
        : HostName.WithPort(host) is (var name, { } port)
            ? new LocalText(
                $"ホスト名とポートを分けて指定してください: ComputerName は {name}、Port は {port}",
                $"the host's name and the port stand apart: ComputerName {name}, and Port {port}"
            )
        : null;

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
                ?? throw new WrittenException(
                    new LocalText(
                        $"ポート {port} のプロトコルが分かりません。Protocol 列に書き、接続直後にTLSが始まる場合は ImplicitTls 列にも書いてください",
                        $"which protocol port {port} speaks isn't known: say it in the column Protocol, and in ImplicitTls where TLS begins at once"
                    )
                )
            )
            .ToArray();
    }

    private static V? Cell<V>(List<LocalText> mistakes, Func<V?> read)
    {
        try
        {
            return read();
        }
        catch (FormatException bad)
        {
            mistakes.Add(WrittenException.Of(bad));
            return default;
        }
    }
}
