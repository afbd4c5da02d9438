using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts;

/// <summary>Why something could not be read. Only <see cref="NotPresent"/> says anything about the host itself.</summary>
public enum GapKind
{
    /// <summary>The host answered that the namespace, class or key isn't there (WBEM_E_INVALID_NAMESPACE, WBEM_E_INVALID_CLASS,
    /// WBEM_E_NOT_FOUND).</summary>
    [JapaneseName("存在しない")]
    NotPresent = 1,

    /// <summary>The host, or this session, has no way to answer: a method or feature that it lacks.</summary>
    [JapaneseName("取得できない")]
    NotSupported,

    /// <summary>The recording doesn't hold it. Says nothing about the machine.</summary>
    [JapaneseName("記録にない")]
    NotRecorded,

    /// <summary>The snapshot was made without asking for it.</summary>
    [JapaneseName("収集していない")]
    NotCollected,

    /// <summary>The host refused (WBEM_E_ACCESS_DENIED, E_ACCESSDENIED, registry return code 5).</summary>
    [JapaneseName("アクセスが拒否された")]
    Denied,

    /// <summary>No answer within the time allowed.</summary>
    [JapaneseName("時間内に応答がない")]
    Timeout,

    /// <summary>The host had no room for the question, and still had none after waiting: a quota of WinRM or WMI.</summary>
    [JapaneseName("混雑により応答がない")]
    Busy,

    /// <summary>The host could not be reached at all.</summary>
    [JapaneseName("接続できない")]
    Unreachable,

    /// <summary>The host answered, but the value can't be true or can't be understood; or it reported another failure.</summary>
    [JapaneseName("値を解釈できない")]
    Unusable,
}
