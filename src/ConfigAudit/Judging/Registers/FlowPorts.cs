using System;
using System.Globalization;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers;

/// <summary>The ports of a flow: 443; 8000-8010; TCP/443; ICMP, which has none. Several apart by a semicolon or a comma.</summary>
internal static class FlowPorts
{
    /// <summary>More are no limit.</summary>
    private const int Most = 256;

    /// <summary>Of dynamic ports (RFC 6335), which Windows gives to RPC, nobody can say which it will be: they count once.</summary>
    private const int Dynamic = 49152;

    private const int Last = 65535;

    private static readonly Regex Form = LinearPattern.Of(
        @"^(?:(?:TCP|UDP)[ :/]?)?(?<from>[0-9]{1,5})(?:\s*[-~〜]\s*(?<to>[0-9]{1,5}))?(?:/(?:TCP|UDP))?$|^ICMP(?:V6)?$",
        RegexOptions.IgnoreCase
    );

    /// <summary>What is wrong with a cell; null for nothing.</summary>
    public static LocalText? Mistake(LocalText column, string? text)
    {
        var ports = 0;
        foreach (var part in FlowEnd.Parts(text))
        {
            var form = Form.Match(part);
            var (from, to) = (Number(form.Groups["from"]) ?? 1, Number(form.Groups["to"]) ?? Number(form.Groups["from"]) ?? 1);
            if (!form.Success || from < 1 || to > Last || to < from)
            {
                return new LocalText(
                    $"{column.Ja}: '{part}' はポートではありません（例: 443、8000-8010、TCP/443。1～{Last}。複数は ; で区切る）",
                    $"{column.En}: '{part}' is no port: 443, 8000-8010 or TCP/443 is wanted (1 to {Last}), several apart by ;"
                );
            }

            ports += from >= Dynamic ? 1 : Math.Min(to, Dynamic) - from + 1;
        }

        return ports > Most
            ? new LocalText(
                $"{column.Ja}: '{text}' は多すぎて限定になりません。対象のポートを書いてください（1つのセルに {Most} 個まで。{Dynamic}～{Last} の動的ポートは範囲で書けます）",
                $"{column.En}: '{text}' is so many ports that it is no limit: "
                    + $"name those that are meant (up to {Most} in a cell; of the dynamic ones, {Dynamic} to {Last}, a range)"
            )
            : null;
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;
}
