using System;
using System.IO;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Files;

/// <summary>Reads what another stream unpacks, up to a bound, and says of which file it is when that goes wrong.</summary>
internal sealed class UnpackingStream : Stream
{
    private readonly string _path;
    private readonly Stream _inner;
    private readonly long _maxBytes;
    private long _read;

    public UnpackingStream(string path, Stream inner, long maxBytes) => (_path, _inner, _maxBytes) = (path, inner, maxBytes);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InputException">What is packed is damaged, or more than the bound.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            var got = _inner.Read(buffer, offset, count);
            _read += got;
            return _read <= _maxBytes
                ? got
                : throw new InputException(
                    _path,
                    new LocalText(
                        $"展開すると{_maxBytes / (1024 * 1024)} MBを超えるため、読み取れません",
                        $"it unpacks to more than {_maxBytes / (1024 * 1024)} MB, and no more is read"
                    )
                );
        }
        catch (Exception bad) when (bad is InvalidDataException or IOException)
        {
            throw new InputException(
                _path,
                new LocalText(
                    "gzipで圧縮されていますが、壊れています: " + bad.Message,
                    "it is packed by gzip, and damaged: " + bad.Message
                ),
                bad
            );
        }
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }
}
