namespace ConfigAudit.Targets;

/// <summary>The three separated networks of a Japanese local government (三層の対策).</summary>
public enum Zone
{
    /// <summary>マイナンバー利用事務系: My Number business, cut off from every other network.</summary>
    MyNumber,

    /// <summary>LGWAN 接続系: connected to the network of local governments.</summary>
    Lgwan,

    /// <summary>インターネット接続系: connected to the internet through the prefecture's security cloud.</summary>
    Internet,
}
