using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Handshake;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail;

/// <summary>
/// One TCP connection to a mail server. Whatever the other side does, it costs at most the token's time and <see cref="MaxBytes"/>: a
/// deadline for each read
/// wouldn't stop a server that drips.
/// </summary>
internal sealed class MailConnection : IDisposable
{
    /// <summary>Certificates of 60 KB have been seen; nothing honest is longer.</summary>
    public const int MaxBytes = 256 * 1024;

    private const int MaxLine = 4 * 1024;

    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[8 * 1024];
    private int _start;
    private int _end;
    private int _read;
    private TlsLayer? _tls;

    private MailConnection(Socket socket) => _socket = socket;

    /// <exception cref="MailException">There is no connection.</exception>
    public static async Task<MailConnection> OpenAsync(IPEndPoint address, CancellationToken token)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var connection = new MailConnection(socket);
        try
        {
            await connection
                .DoAsync(
                    () =>
                        Task.Factory.FromAsync((callback, state) => socket.BeginConnect(address, callback, state), socket.EndConnect, null),
                    token
                )
                .ConfigureAwait(false);
            return connection;
        }
        catch (MailException bad)
        {
            connection.Dispose();
            // Whoever accepts a connection and closes it at once may be quicker than the system tells that there is one.
            if (bad.Kind == TlsAnswerKind.Late || bad.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
                throw;
            var isRefused = bad.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused };
            throw new MailException(isRefused ? TlsAnswerKind.Closed : TlsAnswerKind.Unreachable, bad.Told, bad);
        }
    }

    /// <summary>The address that it is made from.</summary>
    public IPAddress LocalAddress => ((IPEndPoint)_socket.LocalEndPoint).Address;

    /// <summary>The first line that the server said; null while it has said none.</summary>
    public string? Greeting { get; private set; }

    /// <summary>Told when the server has greeted.</summary>
    public Action? WhenGreeted { get; set; }

    /// <summary>Whether the server has ended it, or said something unasked, since it was last read from.</summary>
    public bool IsOver
    {
        get
        {
            try
            {
                return _socket.Poll(0, SelectMode.SelectRead);
            }
            catch (Exception bad) when (bad is SocketException or ObjectDisposedException)
            {
                return true;
            }
        }
    }

    public void Greeted(string line)
    {
        Greeting = line;
        WhenGreeted?.Invoke();
    }

    /// <summary>From here on all that is said goes through TLS.</summary>
    /// <exception cref="MailException">The handshake failed.</exception>
    public async Task StartTlsAsync(TlsLayer tls, CancellationToken token)
    {
        await SendAsync(tls.Begin(), token).ConfigureAwait(false);
        while (!tls.IsReady)
            await SendAsync(tls.Take(_buffer, await ReceiveAsync(token).ConfigureAwait(false)), token).ConfigureAwait(false);
        _tls = tls;
    }

    /// <exception cref="MailException">It ended, or broke off.</exception>
    public Task WriteAsync(byte[] bytes, CancellationToken token) => SendAsync(_tls is null ? bytes : _tls.Encrypt(bytes), token);

    /// <summary>Asks for a renegotiation of the TLS that stands, and waits for what the server says to it.</summary>
    /// <returns>Null when it says something else.</returns>
    /// <exception cref="MailException">It ended, or broke off.</exception>
    public async Task<bool?> AskForRenegotiationAsync(byte[] hello, CancellationToken token)
    {
        await SendAsync(_tls!.AskForRenegotiation(hello), token).ConfigureAwait(false);
        try
        {
            while (_tls.AllowsRenegotiation is null)
                _tls.Take(_buffer, await ReceiveAsync(token).ConfigureAwait(false));
        }
        catch (MailException) when (_tls.AllowsRenegotiation is not null)
        {
            // The answer is there; that TLS ends with it doesn't matter.
        }

        return _tls.AllowsRenegotiation;
    }

    private async Task SendAsync(byte[] bytes, CancellationToken token)
    {
        for (var sent = 0; sent < bytes.Length; )
        {
            var from = sent;
            var count = 0;
            await DoAsync(
                    async () =>
                        count = await Task
                            .Factory.FromAsync(
                                (callback, state) => _socket.BeginSend(bytes, from, bytes.Length - from, SocketFlags.None, callback, state),
                                _socket.EndSend,
                                null
                            )
                            .ConfigureAwait(false),
                    token
                )
                .ConfigureAwait(false);
            sent += count;
        }
    }

    /// <summary>A command of a mail protocol, with its end of line.</summary>
    public Task WriteLineAsync(string line, CancellationToken token) => WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), token);

    /// <summary>So many bytes.</summary>
    /// <exception cref="MailException">It ended, broke off, or is too long.</exception>
    public async Task<byte[]> ReadAsync(int count, CancellationToken token)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count; )
        {
            if (_start == _end)
                await FillAsync(token).ConfigureAwait(false);
            var part = Math.Min(count - at, _end - _start);
            Array.Copy(_buffer, _start, bytes, at, part);
            _start += part;
            at += part;
        }

        return bytes;
    }

    /// <summary>A line without its end. Bytes beyond ASCII are kept one for one: what a server says is shown, never believed.</summary>
    /// <exception cref="MailException">It ended, broke off, or is too long.</exception>
    public async Task<string> ReadLineAsync(CancellationToken token)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_start == _end)
                await FillAsync(token).ConfigureAwait(false);
            var next = (char)_buffer[_start++];
            if (next == '\n')
                return line.ToString().TrimEnd('\r');
            if (line.Length == MaxLine)
            {
                throw new MailException(
                    TlsAnswerKind.Broken,
                    new LocalText($"{MaxLine} 文字を超える行が送られてきた", $"a line is longer than {MaxLine} characters")
                );
            }
            line.Append(next);
        }
    }

    /// <summary>Whether the server has said something that nobody read yet.</summary>
    public bool HasMore => _start < _end;

    public void Dispose()
    {
        // A reset: the server needs no goodbye, and we keep no port in TIME_WAIT for each of many connections.
        try
        {
            _socket.LingerState = new LingerOption(true, 0);
        }
        // A socket that is closed under .NET Framework's hands may fail in any of these ways.
        catch (Exception bad) when (bad is SocketException or ObjectDisposedException)
        {
            // It is gone already.
        }

        _socket.Dispose();
    }

    private async Task FillAsync(CancellationToken token)
    {
        var count = _tls?.Read(_buffer) ?? 0;
        while (count == 0)
        {
            count = await ReceiveAsync(token).ConfigureAwait(false);
            if (_tls is null)
                break;
            await SendAsync(_tls.Take(_buffer, count), token).ConfigureAwait(false);
            count = _tls.Read(_buffer);
        }

        (_start, _end) = (0, count);
    }

    private async Task<int> ReceiveAsync(CancellationToken token)
    {
        var count = 0;
        await DoAsync(
                async () =>
                    count = await Task
                        .Factory.FromAsync(
                            (callback, state) => _socket.BeginReceive(_buffer, 0, _buffer.Length, SocketFlags.None, callback, state),
                            _socket.EndReceive,
                            null
                        )
                        .ConfigureAwait(false),
                token
            )
            .ConfigureAwait(false);
        if (count == 0)
            throw Ended(new LocalText("サーバが接続を切断した", "the server ended the connection"));
        _read += count;
        if (_read > MaxBytes)
        {
            throw new MailException(
                TlsAnswerKind.Broken,
                new LocalText($"サーバが {MaxBytes / 1024} KBを超えるデータを送ってきた", $"the server sent more than {MaxBytes / 1024} KB")
            );
        }
        return count;
    }

    /// <summary>On .NET Framework a socket heeds no token: it is closed instead.</summary>
    private async Task DoAsync(Func<Task> act, CancellationToken token)
    {
        try
        {
            token.ThrowIfCancellationRequested();
            using (token.Register(_socket.Dispose))
                await act().ConfigureAwait(false);
        }
        // A socket that is closed under .NET Framework's hands may fail in any of these ways.
        catch (Exception bad)
            when (bad is SocketException or ObjectDisposedException or IOException or OperationCanceledException or NullReferenceException)
        {
            throw token.IsCancellationRequested
                ? new MailException(TlsAnswerKind.Late, new LocalText("時間内に応答がない", "no answer in time"), bad)
                : Ended(LocalText.Of(bad.Message), bad);
        }
    }

    private MailException Ended(LocalText told, Exception? inner = null) =>
        new(
            TlsAnswerKind.Ended,
            _read == 0
                ? new LocalText("サーバが何も応答せずに接続を切断した", "the server ended the connection before it said anything")
                : told,
            inner
        )
        {
            IsMute = _read == 0,
        };
}
