using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using MimeKit;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>What a file holds: a report on TLS, packed or not, or a message, whole or its header alone, with reports in it
/// perhaps.</summary>
internal sealed record OutboundFile
{
    /// <summary>A report of a large sender has some kilobytes; messages have attachments.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>What a few bytes of gzip may become.</summary>
    private const int MaxUnpacked = 8 * 1024 * 1024;

    /// <summary>A message has some ten hops.</summary>
    private const int MaxHops = 100;

    private const int MaxDepth = 16;

    private static readonly Regex Begins = LinearPattern.Of(@"^From \S+ .*[0-9]{1,2}:[0-9]{2}");

    /// <summary>The extensions of what a folder may hold for us.</summary>
    public static readonly string[] Extensions = { ".json", ".gz", ".eml", ".txt" };

    /// <summary>The reports in it.</summary>
    public IReadOnlyList<JObject> Reports { get; private init; } = Array.Empty<JObject>();

    /// <summary>The Received lines of a message, the last written first; null for what is none.</summary>
    public IReadOnlyList<string>? Received { get; private init; }

    /// <summary>The domains of who sent a message, by its header: its authors (From) and where its errors go (Return-Path). Empty where it
    /// tells neither.</summary>
    public IReadOnlyList<string> Senders { get; private init; } = Array.Empty<string>();

    /// <exception cref="InputException">It can't be read, or is neither.</exception>
    public static OutboundFile Read(string path)
    {
        var bytes = FileBytes.Read(path, MaxBytes);
        if (Gzip.IsPacked(bytes) || IsJson(bytes))
            return new OutboundFile { Reports = new[] { Report(path, bytes) } };
        if (HasSeveral(bytes))
        {
            throw new InputException(
                path,
                new LocalText(
                    "複数のメールが入っています。1通ずつ保存してください",
                    "it holds more than one message: save each in a file of its own"
                )
            );
        }

        var message = Message(path, bytes);
        var reports = Attached(message).Where(IsReport).Select(part => Report(path, Content(path, part))).ToArray();
        var received = message
            .Headers.Where(header => header.Id == HeaderId.Received)
            .Take(MaxHops)
            .Select(header => HostileText.Harmless(Unfolded(header.RawValue)))
            .ToArray();
        return received.Length > 0 || reports.Length > 0
            ? new OutboundFile
            {
                Reports = reports,
                Received = received,
                Senders = SendersOf(message),
            }
            : throw new InputException(
                path,
                new LocalText(
                    "メールでもTLSの報告（RFC 8460）でもありません。ヘッダに Received がありません。送信先で受け取ったメールを、すべてのヘッダと共に保存したファイル（.eml、.txt）又は報告のファイル（.json、.json.gz）を指定してください",
                    "this is neither a message nor a report on TLS (RFC 8460): its header has no Received. Give a message as it arrived elsewhere, saved with its whole header (.eml, .txt), or a report (.json, .json.gz)"
                )
            );
    }

    /// <summary>A mailbox (mbox, RFC 4155): a line "From " at the beginning of a message, and another behind it.</summary>
    private static bool HasSeveral(byte[] bytes)
    {
        using var lines = new StreamReader(new MemoryStream(bytes), Encoding.ASCII);
        var (begins, isBlank) = (0, true);
        while (begins < 2 && lines.ReadLine() is { } line)
        {
            if (isBlank && Begins.IsMatch(line))
                begins++;
            isBlank = line.Length == 0;
        }

        return begins > 1 || (begins == 1 && !Begins.IsMatch(FirstLine(bytes)));
    }

    private static string FirstLine(byte[] bytes) => new StreamReader(new MemoryStream(bytes), Encoding.ASCII).ReadLine() ?? string.Empty;

    private static bool IsJson(byte[] bytes) => bytes.SkipWhile(one => one is 0xEF or 0xBB or 0xBF || one <= ' ').FirstOrDefault() == '{';

    private static JObject Report(string path, byte[] bytes)
    {
        if (!Gzip.IsPacked(bytes))
            return JsonFile.Load(path, bytes);
        using var unpacked = new MemoryStream();
        using (var stream = Gzip.Unpack(path, bytes, MaxUnpacked))
            stream.CopyTo(unpacked);
        try
        {
            return JsonFile.Load(path, unpacked.ToArray());
        }
        catch (InputException bad) when (!Gzip.IsWhole(bytes, unpacked.Length))
        {
            throw new InputException(path, Gzip.Damaged, bad);
        }
    }

    private static MimeMessage Message(string path, byte[] bytes)
    {
        try
        {
            var options = new ParserOptions { MaxMimeDepth = MaxDepth, AddressParserComplianceMode = RfcComplianceMode.Loose };
            return MimeMessage.Load(options, new MemoryStream(bytes));
        }
        catch (FormatException bad)
        {
            throw new InputException(
                path,
                new LocalText(
                    "メールでもTLSの報告（RFC 8460）でもありません。送信先で受け取ったメールを、すべてのヘッダと共に保存したファイル（.eml、.txt）又は報告のファイル（.json、.json.gz）を指定してください",
                    "this is neither a message nor a report on TLS (RFC 8460). Give a message as it arrived elsewhere, saved with its whole header (.eml, .txt), or a report (.json, .json.gz)"
                ),
                bad
            );
        }
    }

    private static string[] SendersOf(MimeMessage message)
    {
        var senders = message.From.Mailboxes.Select(author => author.Domain);
        if (message.Headers[HeaderId.ReturnPath] is { } path && MailboxAddress.TryParse(path, out var errors))
            senders = senders.Append(errors.Domain);
        return senders
            .Where(domain => !string.IsNullOrWhiteSpace(domain))
            .Select(HostileText.Harmless)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();
    }

    private static IEnumerable<MimePart> Attached(MimeMessage message) => message.BodyParts.OfType<MimePart>();

    /// <summary>By its kind (RFC 8460 §6.4 and 6.5), or its name.</summary>
    private static bool IsReport(MimePart part) =>
        part.Content is not null
        && (
            part.ContentType.MimeType.StartsWith("application/tlsrpt", StringComparison.OrdinalIgnoreCase)
            || part.FileName?.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase) == true
        );

    private static byte[] Content(string path, MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return content.Length > 0
            ? content.ToArray()
            : throw new InputException(path, new LocalText("添付された報告が空です", "the report that is attached is empty"));
    }

    /// <summary>Bytes beyond ASCII are kept one for one: what a server wrote is shown, never believed.</summary>
    private static string Unfolded(byte[] raw) =>
        new(raw.Select(one => one is (byte)'\r' or (byte)'\n' or (byte)'\t' ? ' ' : (char)one).ToArray());
}
