using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts.Targets;

/// <summary>The three separated networks of a Japanese local government (三層の対策).</summary>
public enum Zone : long
{
    /// <summary>マイナンバー利用事務系: My Number business, cut off from every other network.</summary>
    [JapaneseName("マイナンバー利用事務系", "マイナンバー系", "個人番号利用事務系")]
    MyNumber,

    /// <summary>LGWAN 接続系: connected to the network of local governments.</summary>
    [JapaneseName("LGWAN接続系", "LGWAN系")]
    Lgwan,

    /// <summary>インターネット接続系: connected to the internet through the prefecture's security cloud.</summary>
    [JapaneseName("インターネット接続系", "インターネット系")]
    Internet,
}
