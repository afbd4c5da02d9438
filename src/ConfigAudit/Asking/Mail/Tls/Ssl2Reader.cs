using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Tls;

/// <summary>Reads the SERVER-HELLO of SSL 2: the server lists every cipher kind that it shares, and sends its certificate.</summary>
internal static class Ssl2Reader
{
    private const int ServerHello = 4;

    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="MailException">It ended, broke off, or is too long.</exception>
    public static async Task<TlsAnswer> ReadAsync(MailConnection connection, CancellationToken token)
    {
        var header = await connection.ReadAsync(2, token).ConfigureAwait(false);
        // A record of TLS instead: an alert, as from every server that knows no SSL 2.
        if (header[0] == 21 && header[1] == 3)
            return new TlsAnswer(TlsAnswerKind.Refused) { Detail = LocalText.Of("alert") };
        if ((header[0] & 0x80) == 0)
            throw new WrittenException(new LocalText("応答がSSL 2のレコードではない", "what came is no record of SSL 2"));
        var message = await connection.ReadAsync(((header[0] & 0x7f) << 8) | header[1], token).ConfigureAwait(false);
        var body = new TlsCursor(message);
        if (body.Number(1) != ServerHello)
            return new TlsAnswer(TlsAnswerKind.Refused) { Detail = new LocalText("SSL 2のエラー", "an error of SSL 2") };
        body.Number(1);
        body.Number(1);
        var version = body.Number(2);
        var certificate = body.Number(2);
        var kinds = body.Number(2);
        body.Number(2);
        var certificates = certificate == 0 ? Array.Empty<byte[]>() : new[] { body.Raw(certificate) };
        var suites = new List<int>();
        for (var i = 0; i < kinds / 3; i++)
            suites.Add(body.Number(3));
        return version == (int)TlsVersion.Ssl2
            ? new TlsAnswer(TlsAnswerKind.Accepted) { Ssl2Suites = suites, Certificates = certificates }
            : new TlsAnswer(TlsAnswerKind.Refused) { Detail = new LocalText("SSL 2以外のバージョン", "another version than SSL 2") };
    }
}
