using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Files;
using ConfigAudit.Targets;

namespace ConfigAudit.Mail;

/// <summary>
/// The organisation's list of mail servers, a CSV with the columns ComputerName, Port, Protocol, ImplicitTls and Zone, of which only the first is needed. A cell
/// may hold several ports; an empty one means the usual seven. A bad row costs itself alone.
/// </summary>
internal static class MailServerFile
{
    private static readonly string[] Columns = { InventoryRow.NameColumn, "Port", "Protocol", "ImplicitTls", "Zone" };

    /// <param name="path">The file.</param>
    /// <param name="problem">Told of each bad row.</param>
    /// <param name="remark">Told of columns that nothing reads; null for nobody.</param>
    /// <exception cref="InputException">The file can't be opened, or isn't such a list.</exception>
    public static IEnumerable<MailServerEntry> Read(string path, Action<InputException> problem, Action<InputException>? remark = null)
    {
        foreach (var row in InventoryCsv.Read(path, Columns, problem, remark ?? (_ => { })))
        {
            MailServerEntry? entry = null;
            try
            {
                entry = Entry(row);
            }
            catch (FormatException bad)
            {
                problem(new InputException(path, row.Line, 1, bad.Message, bad));
                if (row.Field(InventoryRow.NameColumn) is not { } name)
                    continue;
                entry = new MailServerEntry(name, Array.Empty<MailService>()) { Mistake = bad.Message };
            }

            yield return entry;
        }
    }

    private static MailServerEntry Entry(InventoryRow row)
    {
        var protocol = row.Named<MailProtocol>("Protocol");
        var isImplicit = row.Field("ImplicitTls") is { } flag && InventoryRow.Flag(flag);
        var named = row.Field("Port")?.Split(MailService.PortSeparators, StringSplitOptions.RemoveEmptyEntries).Select(InventoryRow.PortNumber).ToArray();
        var services = (named ?? MailService.UsualPorts).Select(port => MailService.Of(port, protocol, isImplicit)
            ?? throw new FormatException($"which protocol port {port} speaks isn't known: say it in the column Protocol, and in ImplicitTls where TLS begins at once"));
        return new MailServerEntry(row.Field(InventoryRow.NameColumn) ?? throw new FormatException("the row has no ComputerName"), services.ToArray())
        {
            Zone = row.Named<Zone>("Zone"),
            NamedPorts = named ?? Array.Empty<int>(),
        };
    }
}
