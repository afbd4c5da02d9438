using System;
using System.Collections.Generic;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking.Mail;

/// <summary>
/// The organisation's list of mail servers, a CSV with the columns ComputerName, Port, Protocol, ImplicitTls and Zone, of which only the
/// first is needed. A cell
/// may hold several ports; an empty one means the usual seven. A bad row costs itself alone.
/// </summary>
internal static class MailServerFile
{
    /// <param name="path">The file.</param>
    /// <param name="problem">Told of each bad row.</param>
    /// <param name="remark">Told of columns that nothing reads; null for nobody.</param>
    /// <exception cref="InputException">The file can't be opened, or isn't such a list.</exception>
    public static IEnumerable<MailServerEntry> Read(string path, Action<InputException> problem, Action<InputException>? remark = null)
    {
        foreach (var row in InventoryCsv.Read(path, MailServerRow.Columns, problem, remark ?? (_ => { })))
        {
            MailServerEntry? entry = null;
            try
            {
                entry = MailServerRow.Of(row);
                if (entry.Mistake is { } mistake && row.Mistake is null)
                {
                    problem(
                        new InputException(
                            path,
                            row.Line,
                            1,
                            new LocalText(
                                $"{entry.Host}: {mistake.Ja}。問い合わせませんが、件数には入れます",
                                $"{entry.Host}: {mistake.En}; it isn't asked, and stays in the count"
                            )
                        )
                    );
                }
            }
            catch (FormatException bad)
            {
                problem(new InputException(path, row.Line, 1, WrittenException.Of(bad), bad));
            }

            if (entry is not null)
                yield return entry;
        }
    }
}
