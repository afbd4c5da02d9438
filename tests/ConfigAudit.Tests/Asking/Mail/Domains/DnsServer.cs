using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

// .NET Framework has the overloads with arrays alone.
#pragma warning disable CA1835, CA2022

namespace ConfigAudit.Tests.Asking.Mail.Domains;

/// <summary>A server of DNS on loopback that says what its script says (RFC 1035 §4.1), over UDP and TCP.</summary>
internal sealed class DnsServer : IDisposable
{
    public const int Cname = 5,
        Mx = 15,
        Txt = 16,
        Tlsa = 52,
        A = 1,
        Aaaa = 28;

    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly ConcurrentDictionary<(string Name, int Type), (int Code, bool IsSecure, byte[][] Records)> _table = new();

    private readonly TcpListener _listener;
    private int _askedOverTcp;

    public DnsServer()
    {
        _listener = new TcpListener(Address);
        try
        {
            _listener.Start();
            _ = ListenAsync();
        }
        catch (SocketException)
        {
            // Somebody else has that port of TCP.
        }

        _ = ServeAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_socket.Client.LocalEndPoint!;

    /// <summary>What is done to an answer before it is sent; null sends none.</summary>
    public Func<byte[], byte[]?> Spoil { get; set; } = answer => answer;

    /// <summary>Whether answers over UDP are cut, with the TC bit, so that they are asked for over TCP (RFC 7766 §5).</summary>
    public bool IsTruncated { get; set; }

    /// <summary>How often it was asked over TCP.</summary>
    public int AskedOverTcp => _askedOverTcp;

    /// <summary>The questions, with whether each had the DO bit (RFC 3225).</summary>
    public ConcurrentQueue<(string Name, int Type, bool WantsSecure)> Asked { get; } = new();

    public DnsServer With(string name, int type, params byte[][] records) => With(name, type, 0, false, records);

    /// <param name="name">The name asked for.</param>
    /// <param name="type">The type asked for.</param>
    /// <param name="code">The response code: 2 is SERVFAIL, 3 is NXDOMAIN.</param>
    /// <param name="isSecure">The AD bit.</param>
    /// <param name="records">The data of each record.</param>
    public DnsServer With(string name, int type, int code, bool isSecure, params byte[][] records)
    {
        _table[(name, type)] = (code, isSecure, records);
        return this;
    }

    public static byte[] Exchanger(int preference, string host) =>
        new[] { (byte)(preference >> 8), (byte)preference }.Concat(Name(host)).ToArray();

    public static byte[] Alias(string host) => Name(host);

    public static byte[] Text(params string[] parts) =>
        parts.SelectMany(part => new[] { (byte)part.Length }.Concat(Encoding.ASCII.GetBytes(part))).ToArray();

    public static byte[] Certificate(int usage, int selector, int matching, params byte[] data) =>
        new[] { (byte)usage, (byte)selector, (byte)matching }.Concat(data).ToArray();

    public void Dispose()
    {
        _socket.Dispose();
        _listener.Stop();
    }

    private static byte[] Name(string host) =>
        host.Split(new[] { '.' }, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(label => new[] { (byte)label.Length }.Concat(Encoding.ASCII.GetBytes(label)))
            .Concat(new byte[1])
            .ToArray();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var question = await _socket.ReceiveAsync();
                var whole = Answer(question.Buffer);
                if (Spoil(IsTruncated ? Cut(whole) : whole) is { } answer)
                    await _socket.SendAsync(answer, answer.Length, question.RemoteEndPoint);
            }
        }
        catch (Exception bad) when (bad is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    /// <summary>A length of two bytes stands before each message (RFC 1035 §4.2.2).</summary>
    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                var (stream, length) = (client.GetStream(), new byte[2]);
                await stream.ReadAsync(length, 0, 2);
                var question = new byte[(length[0] << 8) | length[1]];
                for (var at = 0; at < question.Length; )
                    at += await stream.ReadAsync(question, at, question.Length - at);
                Interlocked.Increment(ref _askedOverTcp);
                if (Spoil(Answer(question)) is not { } answer)
                    continue;
                var message = new[] { (byte)(answer.Length >> 8), (byte)answer.Length }.Concat(answer).ToArray();
                await stream.WriteAsync(message, 0, message.Length);
            }
        }
        catch (Exception bad) when (bad is ObjectDisposedException or SocketException or InvalidOperationException or System.IO.IOException)
        {
            // The test is over.
        }
    }

    /// <summary>The header and the question alone, with the TC bit.</summary>
    private static byte[] Cut(byte[] answer)
    {
        var at = 12;
        for (; answer[at] > 0; at += answer[at] + 1)
            continue;
        var cut = answer.Take(at + 5).ToArray();
        cut[2] |= 2;
        (cut[6], cut[7]) = (0, 0);
        return cut;
    }

    private byte[] Answer(byte[] question)
    {
        var (labels, at) = (new List<string>(), 12);
        for (; question[at] > 0; at += question[at] + 1)
            labels.Add(Encoding.ASCII.GetString(question, at + 1, question[at]));
        var (name, type) = (string.Join(".", labels).ToLowerInvariant(), (question[at + 1] << 8) | question[at + 2]);
        at += 5;
        // Behind the question stands an OPT record: root, type 41, size, code, version, flags.
        Asked.Enqueue((name, type, question.Length >= at + 11 && question[at + 2] == 41 && (question[at + 7] & 0x80) != 0));
        var (code, isSecure, records) = _table.TryGetValue((name, type), out var said)
            ? said
            : (_table.Keys.Any(key => key.Name == name) ? 0 : 3, false, Array.Empty<byte[]>());
        var header = new byte[]
        {
            question[0],
            question[1],
            0x81,
            (byte)(0x80 | (isSecure ? 0x20 : 0) | code),
            0,
            1,
            (byte)(records.Length >> 8),
            (byte)records.Length,
            0,
            0,
            0,
            0,
        };
        var answers = records.SelectMany(data =>
            new byte[] { 0xc0, 12, (byte)(type >> 8), (byte)type, 0, 1, 0, 0, 0, 60, (byte)(data.Length >> 8), (byte)data.Length }.Concat(
                data
            )
        );
        return header.Concat(question.Skip(12).Take(at - 12)).Concat(answers).ToArray();
    }
}
