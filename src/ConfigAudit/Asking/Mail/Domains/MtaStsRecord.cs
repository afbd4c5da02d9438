using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>The announcement of a policy, at <c>_mta-sts.</c> of the domain (RFC 8461 §3.1).</summary>
/// <param name="Id">Which policy; null when there is no valid announcement.</param>
/// <param name="Flaw">What is wrong with it; null when nothing is, or when there is none.</param>
internal sealed record MtaStsRecord(string? Id, LocalText? Flaw)
{
    private const int MaxId = 32;

    /// <summary>Several announcements, or one that is not well-formed, count as none.</summary>
    public static MtaStsRecord Read(IEnumerable<string> texts)
    {
        var records = TextFields.Of(texts, "STSv1");
        if (records.Count == 0)
            return new(null, null);
        if (records.Count > 1)
        {
            return new(
                null,
                new LocalText(
                    $"MTA-STSのレコードが {records.Count} 件あるため、いずれも有効ではない",
                    $"there are {records.Count} MTA-STS records, so that none counts"
                )
            );
        }
        var id = TextFields.Value(records[0], "id");
        return
            id is null
            || id.Length is 0 or > MaxId
            || !id.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            ? new(
                null,
                new LocalText(
                    $"MTA-STSのレコードに1～{MaxId} 文字の英数字の id がないため、有効ではない",
                    $"the MTA-STS record has no id of 1 to {MaxId} letters and digits, so that it doesn't count"
                )
            )
            : new(id, null);
    }
}
