using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

// .NET Framework has the overloads with arrays alone.
#pragma warning disable CA1835, CA1844, CA1846

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>A scripted server on loopback: each connection is told the lines of a script, and may then be handed on to a server of
/// TLS.</summary>
internal sealed class StartTlsFront : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Stream, StreamReader, Task<bool>> _talk;
    private readonly IPEndPoint? _behind;
    private int _connections;

    /// <param name="talk">Speaks before TLS; true to go on to the server behind.</param>
    /// <param name="behind">The server of TLS; null for none.</param>
    public StartTlsFront(Func<Stream, StreamReader, Task<bool>> talk, IPEndPoint? behind = null)
    {
        (_talk, _behind) = (talk, behind);
        _listener.Start();
        _ = AcceptAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    public int Connections => _connections;

    /// <summary>SMTP with these lines of capabilities.</summary>
    public static Func<Stream, StreamReader, Task<bool>> Smtp(params string[] capabilities) =>
        async (stream, reader) =>
        {
            await SayAsync(stream, "220 mail.city.example ESMTP ようこそ\r\n");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("EHLO", StringComparison.Ordinal))
                {
                    await SayAsync(stream, "250-mail.city.example\r\n");
                    for (var i = 0; i < capabilities.Length; i++)
                        await SayAsync(stream, $"250{(i == capabilities.Length - 1 ? ' ' : '-')}{capabilities[i]}\r\n");
                }
                else if (line == "STARTTLS" && Array.IndexOf(capabilities, "STARTTLS") >= 0)
                {
                    await SayAsync(stream, "220 ready\r\n");
                    return true;
                }
                else
                {
                    await SayAsync(stream, "502 no\r\n");
                }
            }

            return false;
        };

    public static Func<Stream, StreamReader, Task<bool>> Imap(string capabilities) =>
        async (stream, reader) =>
        {
            await SayAsync(stream, "* OK ready\r\n");
            while (await reader.ReadLineAsync() is { } line)
            {
                var tag = line.Split(' ')[0];
                if (line.EndsWith("CAPABILITY", StringComparison.Ordinal))
                    await SayAsync(stream, $"* CAPABILITY {capabilities}\r\n");
                await SayAsync(stream, $"{tag} OK done\r\n");
                if (line.EndsWith("STARTTLS", StringComparison.Ordinal))
                    return true;
            }

            return false;
        };

    public static Func<Stream, StreamReader, Task<bool>> Pop3(params string[] capabilities) =>
        async (stream, reader) =>
        {
            await SayAsync(stream, "+OK ready\r\n");
            while (await reader.ReadLineAsync() is { } line)
            {
                await SayAsync(stream, "+OK\r\n" + (line == "CAPA" ? string.Join("\r\n", capabilities) + "\r\n.\r\n" : string.Empty));
                if (line == "STLS")
                    return true;
            }

            return false;
        };

    public static Task SayAsync(Stream stream, string text) => SendAsync(stream, Encoding.UTF8.GetBytes(text));

    /// <summary>Bytes in hexadecimal.</summary>
    public static Task SendHexAsync(Stream stream, string hex)
    {
        var bytes = new byte[hex.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = byte.Parse(
                hex.Substring(2 * i, 2),
                System.Globalization.NumberStyles.AllowHexSpecifier,
                System.Globalization.CultureInfo.InvariantCulture
            );
        }

        return SendAsync(stream, bytes);
    }

    private static Task SendAsync(Stream stream, byte[] bytes) => stream.WriteAsync(bytes, 0, bytes.Length);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception bad) when (bad is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref _connections);
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (!await _talk(stream, new StreamReader(new OneByte(stream), Encoding.ASCII, false, 1)) || _behind is null)
                    return;
                using var behind = new TcpClient();
                await behind.ConnectAsync(_behind.Address, _behind.Port);
                await Task.WhenAny(stream.CopyToAsync(behind.GetStream()), behind.GetStream().CopyToAsync(stream));
            }
            catch (Exception bad) when (bad is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // The client went away.
            }
        }
    }

    /// <summary>A reader that takes no more than it needs: what follows belongs to TLS.</summary>
    private sealed class OneByte : Stream
    {
        private readonly Stream _inner;

        public OneByte(Stream inner) => _inner = inner;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => _inner.Read(buffer, offset, Math.Min(1, count));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            _inner.ReadAsync(buffer, offset, Math.Min(1, count), cancellationToken);

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
