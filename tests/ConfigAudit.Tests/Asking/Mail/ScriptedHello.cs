using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>As much of TLS as a scripted server needs: to see what is offered, and to pick one.</summary>
internal static class ScriptedHello
{
    /// <summary>The version (that of the extension supported_versions for TLS 1.3) and the suites of a ClientHello.</summary>
    public static async Task<(int Version, IReadOnlyList<int> Suites)> ReadAsync(Stream stream)
    {
        var header = await BytesAsync(stream, 5);
        if (header[0] != 22)
            return (0, System.Array.Empty<int>());
        var body = await BytesAsync(stream, (header[3] << 8) | header[4]);
        var at = 4 + 2 + 32;
        at += 1 + body[at];
        var length = (body[at] << 8) | body[at + 1];
        var suites = Enumerable.Range(0, length / 2).Select(i => (body[at + 2 + (2 * i)] << 8) | body[at + 3 + (2 * i)]).ToArray();
        return (suites.Any(suite => suite >> 8 == 0x13) ? 0x0304 : (body[4] << 8) | body[5], suites);
    }

    /// <summary>A ServerHello of TLS 1.2 without extensions, and nothing after it.</summary>
    public static string Answer(int suite) =>
        "160303002a"
        + "02000026"
        + "0303"
        + new string('0', 64)
        + "00"
        + suite.ToString("x4", System.Globalization.CultureInfo.InvariantCulture)
        + "00";

    private static async Task<byte[]> BytesAsync(Stream stream, int count)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count; )
        {
#pragma warning disable CA1835 // .NET Framework has the overload with arrays alone.
            var read = await stream.ReadAsync(bytes, at, count - at);
#pragma warning restore CA1835
            if (read == 0)
                throw new EndOfStreamException();
            at += read;
        }

        return bytes;
    }
}
