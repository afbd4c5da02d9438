using System;
using System.Collections.Generic;

namespace ConfigAudit.Asking.Mail.Tls;

/// <summary>Writes the presentation language of RFC 5246 §4: big-endian numbers, and vectors behind their length.</summary>
internal sealed class TlsBytes
{
    private readonly List<byte> _bytes = new();

    public TlsBytes Number(int value, int size)
    {
        for (var shift = 8 * (size - 1); shift >= 0; shift -= 8)
            _bytes.Add((byte)(value >> shift));
        return this;
    }

    public TlsBytes Raw(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>What <paramref name="write"/> writes, behind its length in <paramref name="size"/> bytes.</summary>
    public TlsBytes Vector(int size, Action<TlsBytes> write)
    {
        var inner = new TlsBytes();
        write(inner);
        return Number(inner._bytes.Count, size).Raw(inner.ToArray());
    }

    public byte[] ToArray() => _bytes.ToArray();
}
