using System;
using System.Globalization;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Outputs.Html.Servers;

/// <summary>What people call the things on a mail server's page.</summary>
internal static class ServerWords
{
    public static readonly LocalText Title = new("メールサーバ別", "Mail servers");
    public static readonly LocalText Services = new("サービス", "Services");
    public static readonly LocalText Suites = new("暗号スイート（サーバの優先順）", "Cipher suites, in the server's order");
    public static readonly LocalText ClientOrder = new(
        "暗号スイート（接続する側の優先順で決まる）",
        "Cipher suites (the client's order decides)"
    );
    public static readonly LocalText SomeOrder = new(
        "暗号スイート（優先順は版による）",
        "Cipher suites (whose order decides differs by version)"
    );
    public static readonly LocalText UnknownOrder = new("暗号スイート（優先順は不明）", "Cipher suites (whose order decides isn't known)");
    public static readonly LocalText Parameters = new("鍵交換・署名・鍵", "Key exchange, signatures and keys");
    public static readonly LocalText Certificates = new("証明書", "Certificates");
    public static readonly LocalText ToChange = new("変更すべき設定", "What to change");
    public static readonly LocalText Unread = new("読み取れなかったもの", "What couldn't be learnt");
    public static readonly LocalText Port = new("ポート", "Port");
    public static readonly LocalText Protocol = new("プロトコル", "Protocol");
    public static readonly LocalText Versions = new("受け入れるTLS", "TLS accepted");
    public static readonly LocalText Greeting = new("応答の最初の行", "Greeting");
    public static readonly LocalText LeastLeft = new("証明書の残り", "Certificate left");
    public static readonly LocalText Place = new("順位", "No.");
    public static readonly LocalText Suite = new("スイート", "Suite");
    public static readonly LocalText Judged = new("判定", "Judged");
    public static readonly LocalText Kind = new("種類", "Kind");
    public static readonly LocalText Name = new("名称", "Name");
    public static readonly LocalText Bits = new("ビット", "Bits");
    public static readonly LocalText Role = new("位置", "Place");
    public static readonly LocalText Subject = new("発行先・発行者", "For and from");
    public static readonly LocalText Key = new("鍵・署名", "Key, signature");
    public static readonly LocalText Until = new("有効期限", "Until");
    public static readonly LocalText Left = new("残り（取得時点）", "Left when asked");
    public static readonly LocalText Own = new("サーバ", "Server");
    public static readonly LocalText Authority = new("認証局", "Authority");
    public static readonly LocalText Root = new("認証局（ルート）", "Authority (root)");
    public static readonly LocalText Unknown = new("不明", "not known");
    public static readonly LocalText None = new("なし", "none");
    public static readonly LocalText Closed = new("接続できない", "nothing listens");
    public static readonly LocalText NoTls = new(
        "TLSを提供しないか、すべてのバージョンを拒否する",
        "offers no TLS, or refuses every version"
    );
    public static readonly LocalText NoEnd = new("ハンドシェイクの完了は確認できていない", "no handshake was seen to come to its end");
    public static readonly LocalText Over = new("期限切れ", "over");
    public static readonly LocalText Page = new("TLSの詳細", "Its TLS in detail");
    public static readonly LocalText Example = new(
        "以下は、TLS 1.2・1.3とECDHE・AEADのスイートだけを受け入れる設定の例である。ファイル名は環境に合わせ、変更後に再度監査して確かめること。応答の最初の行からプログラムを推定しており、特定できない場合は、該当しうるものをすべて示す。",
        "These settings accept TLS 1.2 and 1.3 alone, and suites with ECDHE and an AEAD. Put in your own file names, and audit again after the change. Which program it is is taken from its greeting; where that doesn't tell, all that it may be are shown."
    );

    public static LocalText Of(CryptrecGrade? grade) =>
        grade switch
        {
            CryptrecGrade.Recommended => new LocalText("推奨", "Recommended"),
            CryptrecGrade.Monitored => new LocalText("運用監視", "Monitored"),
            CryptrecGrade.NotListed => new LocalText("リスト外", "Not listed"),
            CryptrecGrade.NotJudged => new LocalText("対象外", "Not judged"),
            _ => Unknown,
        };

    public static LocalText Of(NcscGrade? grade) =>
        grade switch
        {
            NcscGrade.Good => new LocalText("良好", "Good"),
            NcscGrade.Sufficient => new LocalText("十分", "Sufficient"),
            NcscGrade.PhaseOut => new LocalText("段階的廃止", "Phase out"),
            NcscGrade.Insufficient => new LocalText("不十分", "Insufficient"),
            _ => Unknown,
        };

    public static LocalText Of(TlsParameterKind? kind) =>
        kind switch
        {
            TlsParameterKind.Version => new LocalText("バージョン", "Version"),
            TlsParameterKind.Group => new LocalText("鍵交換のグループ", "Group"),
            TlsParameterKind.Prime => new LocalText("独自の素数", "Own prime"),
            TlsParameterKind.Signature => new LocalText("署名方式", "Signature"),
            TlsParameterKind.CertificateKey => new LocalText("証明書の鍵", "Certificate's key"),
            TlsParameterKind.CertificateHash => new LocalText("証明書の署名", "Certificate's hash"),
            _ => Unknown,
        };

    /// <summary>How many there are, and how many of them fail.</summary>
    public static LocalText Counted(int all, int failing) => new($"{all}件、うち不適合 {failing}件", $"{all}, of which {failing} fail");

    /// <summary>As the RFCs write it.</summary>
    public static string Of(TlsVersion version) =>
        version switch
        {
            TlsVersion.Ssl2 => "SSL 2.0",
            TlsVersion.Ssl3 => "SSL 3.0",
            TlsVersion.Tls10 => "TLS 1.0",
            TlsVersion.Tls11 => "TLS 1.1",
            TlsVersion.Tls12 => "TLS 1.2",
            TlsVersion.Tls13 => "TLS 1.3",
            _ => version.ToString(),
        };

    /// <summary>Whole days that are left; of one that is over, since when.</summary>
    public static LocalText Days(TimeSpan left)
    {
        var days = Math.Floor(left.Duration().TotalDays).ToString("0", CultureInfo.InvariantCulture);
        return left < TimeSpan.Zero
            ? new LocalText($"{Over.Ja}（{days}日経過）", $"{Over.En} for {days} days")
            : new LocalText($"{days}日", $"{days} days");
    }
}
