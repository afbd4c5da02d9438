using Org.BouncyCastle.Tls;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>TLS that can ask for a renegotiation, to see whether the server lets a client do that.</summary>
internal sealed class ProbingProtocol : TlsClientProtocol
{
    private bool _hasAsked;

    /// <summary>What the server said to it; null while it has said nothing.</summary>
    public bool? AllowsRenegotiation { get; private set; }

    /// <summary>Sends another ClientHello over the connection that stands (RFC 5246 §7.4.1.1).</summary>
    public void AskForRenegotiation(byte[] hello)
    {
        _hasAsked = true;
        SafeWriteRecord(ContentType.handshake, hello, 0, hello.Length);
    }

    protected override void HandleHandshakeMessage(short type, HandshakeMessageInput buf)
    {
        if (!_hasAsked || type != HandshakeType.server_hello)
        {
            base.HandleHandshakeMessage(type, buf);
            return;
        }

        AllowsRenegotiation = true;
        // That was all that was to be seen.
        throw new TlsFatalAlert(AlertDescription.user_canceled);
    }

    protected override void HandleAlertMessage(short alertLevel, short alertDescription)
    {
        // "no_renegotiation", or an end of it all (RFC 5246 §7.2.2).
        if (_hasAsked && (alertDescription == AlertDescription.no_renegotiation || alertLevel == AlertLevel.fatal))
            AllowsRenegotiation ??= false;
        base.HandleAlertMessage(alertLevel, alertDescription);
    }

    protected override void CheckReceivedChangeCipherSpec(bool expected)
    {
        // Another handshake begins without one.
        if (!_hasAsked)
            base.CheckReceivedChangeCipherSpec(expected);
    }
}
