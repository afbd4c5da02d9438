using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines;

/// <summary>How a public comment was answered. Only an adopted one changed the guideline.</summary>
public enum CommentAnswer
{
    /// <summary>The text was changed.</summary>
    [JapaneseName("採用（修正）")]
    Adopted = 1,

    /// <summary>The text says so already.</summary>
    [JapaneseName("記載済み")]
    Stated,

    /// <summary>The commenter's understanding is right.</summary>
    [JapaneseName("認識のとおり")]
    Confirmed,

    /// <summary>The ministry will try to provide information.</summary>
    [JapaneseName("情報提供")]
    Inform,

    /// <summary>The text was explained.</summary>
    [JapaneseName("説明")]
    Explained,

    /// <summary>To be studied later.</summary>
    [JapaneseName("今後検討")]
    Later,

    /// <summary>The ministry goes on working with others.</summary>
    [JapaneseName("連携")]
    Cooperate,

    /// <summary>Taken note of.</summary>
    [JapaneseName("参考")]
    Considered,
}
