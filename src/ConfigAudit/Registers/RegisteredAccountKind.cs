using ConfigAudit.Values;

namespace ConfigAudit.Registers;

/// <summary>What an account is for, as its register says.</summary>
public enum RegisteredAccountKind
{
    /// <summary>One person's.</summary>
    [JapaneseName("個人")]
    Personal = 1,

    /// <summary>Several people's: needed to be limited to what can't be avoided (5.4(2) of the guideline).</summary>
    [JapaneseName("共用", "共有", "共通")]
    Shared,

    /// <summary>A program's: nobody logs on with it.</summary>
    [JapaneseName("サービス", "システム")]
    Service,

    /// <summary>For administration.</summary>
    [JapaneseName("管理者", "特権")]
    Administrator,
}
