using System;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;
using Org.BouncyCastle.Tls;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>TLS without a socket: bytes of the network go in and out, words of the protocol come out and go in.</summary>
internal sealed class TlsLayer
{
    private readonly ProbingProtocol _protocol = new();
    private readonly ProbingClient _client;

    public TlsLayer(ProbingClient client) => _client = client;

    /// <summary>Whether the handshake is over.</summary>
    public bool IsReady => _client.IsReady;

    /// <summary>Whether the server lets a client renegotiate; null while it has said nothing to that.</summary>
    public bool? AllowsRenegotiation => _protocol.AllowsRenegotiation;

    /// <summary>The first bytes to send.</summary>
    public byte[] Begin() => Do(() => _protocol.Connect(_client));

    /// <summary>Takes in bytes that came, and returns those to send.</summary>
    public byte[] Take(byte[] bytes, int count) => Do(() => _protocol.OfferInput(bytes, 0, count));

    /// <summary>The bytes to send for these words.</summary>
    public byte[] Encrypt(byte[] words) => Do(() => _protocol.WriteApplicationData(words, 0, words.Length));

    /// <summary>The bytes to send to ask for a renegotiation.</summary>
    public byte[] AskForRenegotiation(byte[] hello) => Do(() => _protocol.AskForRenegotiation(hello));

    /// <summary>Words that came, as many as there are and have room; none when more bytes are needed.</summary>
    public int Read(byte[] into) => _protocol.ReadInput(into, 0, into.Length);

    /// <summary>Whatever a hostile server makes the library throw is that server's failure.</summary>
    private byte[] Do(Action act)
    {
        try
        {
            act();
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // Courier says goodbye where others send an alert that says what they lack.
            var kind =
                bad is TlsFatalAlertReceived ? TlsAnswerKind.Refused
                : _protocol.HasSaidGoodbye ? TlsAnswerKind.Ended
                : TlsAnswerKind.Broken;
            throw new MailException(
                kind,
                new LocalText(
                    $"サーバとのTLSに失敗した: {HostileText.Shown(bad.Message)}",
                    $"TLS with the server failed: {HostileText.Shown(bad.Message)}"
                ),
                bad
            );
        }

        var output = new byte[_protocol.GetAvailableOutputBytes()];
        _protocol.ReadOutput(output, 0, output.Length);
        return output;
    }
}
