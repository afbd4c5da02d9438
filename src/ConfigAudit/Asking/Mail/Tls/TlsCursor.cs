using System;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Tls;

/// <summary>Reads what <see cref="TlsBytes"/> writes, from a hostile sender: never past the end.</summary>
internal sealed class TlsCursor
{
    private readonly byte[] _bytes;
    private readonly int _end;
    private int _at;

    public TlsCursor(byte[] bytes)
        : this(bytes, 0, bytes.Length) { }

    private TlsCursor(byte[] bytes, int at, int end) => (_bytes, _at, _end) = (bytes, at, end);

    public int Left => _end - _at;

    /// <exception cref="FormatException">It ends before.</exception>
    public int Number(int size)
    {
        Need(size);
        var value = 0;
        for (var i = 0; i < size; i++)
            value = (value << 8) | _bytes[_at++];
        return value;
    }

    /// <exception cref="FormatException">It ends before.</exception>
    public byte[] Raw(int length)
    {
        Need(length);
        var bytes = new byte[length];
        Array.Copy(_bytes, _at, bytes, 0, length);
        _at += length;
        return bytes;
    }

    /// <summary>A vector behind its length in <paramref name="size"/> bytes.</summary>
    /// <exception cref="FormatException">It ends before.</exception>
    public TlsCursor Vector(int size)
    {
        var length = Number(size);
        Need(length);
        var inner = new TlsCursor(_bytes, _at, _at + length);
        _at += length;
        return inner;
    }

    private void Need(int length)
    {
        if (length < 0 || length > Left)
            throw new WrittenException(new LocalText("TLSのメッセージが途中で終わっている", "a TLS message ends before its time"));
    }
}
