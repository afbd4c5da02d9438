using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers;

/// <summary>
/// Ranges of addresses as offices write them, in any width, several apart: 10.20.1.0/24, 10.20.1.0/255.255.255.0, 10.20.1.0～10.20.1.255,
/// 10.20.1.0-255, 10.20.1.*, one address.
/// A range from one address to another becomes the blocks of RFC 4632 that it is made of.
/// </summary>
internal static class RangeList
{
    private static readonly Regex Masked = LinearPattern.Of("^(?<network>[0-9.]+) */ *(?<mask>[0-9]+[.][0-9.]+)$");

    private static readonly Regex FromTo = LinearPattern.Of("^(?<from>[0-9.]+) *(?:-|~|〜|–|から) *(?<to>[0-9.]+)(?:まで)?$");

    /// <summary>Null for what is none.</summary>
    public static IReadOnlyList<AddressRange>? Of(string? text)
    {
        var parts = FlowEnd.Parts(text).Select(One).ToArray();
        return parts.Length == 0 || parts.Any(part => part is null) ? null : parts.SelectMany(part => part!).ToArray();
    }

    private static AddressRange[]? One(string part)
    {
        if (AddressRange.TryParse(part, out var range))
            return new[] { range };
        if (part.EndsWith(".*", StringComparison.Ordinal))
            return AddressRange.TryParse(part.Substring(0, part.Length - 1) + "0/24", out var block) ? new[] { block } : null;
        var masked = Masked.Match(part);
        if (masked.Success)
        {
            return
                AddressRange.TryParse(masked.Groups["mask"].Value, out _)
                && AddressRange.PrefixLength(masked.Groups["mask"].Value) is { } bits
                && AddressRange.TryParse($"{masked.Groups["network"].Value}/{Text(bits)}", out var network)
                ? new[] { network }
                : null;
        }

        var between = FromTo.Match(part);
        if (!between.Success || Number(between.Groups["from"].Value) is not { } from)
            return null;
        var last = between.Groups["to"].Value;
        var whole =
            last.IndexOf('.') >= 0
                ? last
                : between.Groups["from"].Value.Substring(0, between.Groups["from"].Value.LastIndexOf('.') + 1) + last;
        return Number(whole) is { } to && to >= from ? Blocks(from, to).ToArray() : null;
    }

    /// <summary>The largest blocks, one after another, that begin where they may and don't reach beyond.</summary>
    private static IEnumerable<AddressRange> Blocks(long from, long to)
    {
        while (from <= to)
        {
            var size = 32;
            while (size > 0 && from % (1L << (32 - size + 1)) == 0 && from + (1L << (32 - size + 1)) - 1 <= to)
                size--;
            yield return AddressRange.Parse(
                $"{Text(from >> 24)}.{Text((from >> 16) & 255)}.{Text((from >> 8) & 255)}.{Text(from & 255)}/{Text(size)}"
            );
            from += 1L << (32 - size);
        }
    }

    private static long? Number(string text) =>
        AddressRange.TryParse(text, out var range) && range.Network is { AddressFamily: AddressFamily.InterNetwork } address
            ? address.GetAddressBytes().Aggregate(0L, (sum, part) => (sum << 8) | part)
            : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
