using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers;

/// <summary>What an account is for, as its register says.</summary>
public enum RegisteredAccountKind
{
    /// <summary>One person's.</summary>
    [JapaneseName("個人", "個人ID", "個人アカウント", "個人用")]
    Personal = 1,

    /// <summary>Several people's: needed to be limited to what can't be avoided (5.4(2) of the guideline).</summary>
    [JapaneseName("共用", "共有", "共通", "共用ID", "共用アカウント", "共有ID", "共有アカウント", "共通ID", "共通アカウント")]
    Shared,

    /// <summary>A program's: nobody logs on with it.</summary>
    [JapaneseName("サービス", "システム", "サービスID", "サービスアカウント", "システムID", "システムアカウント", "サービス用")]
    Service,

    /// <summary>For administration.</summary>
    [JapaneseName("管理者", "特権", "管理者ID", "管理者アカウント", "管理者用", "特権ID", "特権アカウント")]
    Administrator,
}
