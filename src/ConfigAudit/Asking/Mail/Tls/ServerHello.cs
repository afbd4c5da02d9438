using System;
using System.Security.Cryptography;
using System.Text;

namespace ConfigAudit.Asking.Mail.Tls;

/// <summary>What a server chose (RFC 5246 §7.4.1.3, RFC 8446 §4.1.3). A HelloRetryRequest is one too: it names suite and group.</summary>
/// <param name="Version">The version chosen.</param>
/// <param name="Suite">The suite chosen.</param>
internal sealed record ServerHello(TlsVersion Version, int Suite)
{
    /// <summary>SHA-256 of "HelloRetryRequest" (RFC 8446 §4.1.3).</summary>
    private static readonly byte[] RetryRandom = Retry();

    public bool IsRetry { get; init; }

    /// <summary>The compression chosen (RFC 3749); zero is none.</summary>
    public int Compression { get; init; }

    /// <summary>The server takes part in the extended master secret (RFC 7627).</summary>
    public bool HasExtendedMasterSecret { get; init; }

    /// <summary>The server renegotiates securely (RFC 5746).</summary>
    public bool HasSecureRenegotiation { get; init; }

    /// <summary>The server hands out session tickets (RFC 5077).</summary>
    public bool HasTicket { get; init; }

    /// <summary>TLS 1.3: the group of the key that it sends or wants.</summary>
    public NamedGroup? Group { get; init; }

    /// <exception cref="FormatException">It is no ServerHello.</exception>
    public static ServerHello Read(byte[] message)
    {
        var body = new TlsCursor(message);
        var version = body.Number(2);
        var isRetry = Same(body.Raw(32), RetryRandom);
        body.Vector(1);
        var suite = body.Number(2);
        var hello = new ServerHello((TlsVersion)version, suite) { IsRetry = isRetry, Compression = body.Number(1) };
        if (body.Left == 0)
            return hello;
        var extensions = body.Vector(2);
        while (extensions.Left > 0)
            hello = WithExtension(hello, extensions.Number(2), extensions.Vector(2));
        return hello;
    }

    private static ServerHello WithExtension(ServerHello hello, int kind, TlsCursor data) =>
        kind switch
        {
            23 => hello with { HasExtendedMasterSecret = true },
            35 => hello with { HasTicket = true },
            43 => hello with { Version = (TlsVersion)data.Number(2) },
            51 => hello with { Group = (NamedGroup)data.Number(2) },
            0xff01 => hello with { HasSecureRenegotiation = true },
            _ => hello,
        };

    private static byte[] Retry()
    {
        using var hash = SHA256.Create();
        return hash.ComputeHash(Encoding.ASCII.GetBytes("HelloRetryRequest"));
    }

    private static bool Same(byte[] a, byte[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
                return false;
        }

        return true;
    }
}
