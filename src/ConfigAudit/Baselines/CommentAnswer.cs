namespace ConfigAudit.Baselines;

/// <summary>How a public comment was answered. Only an adopted one changed the guideline.</summary>
public enum CommentAnswer
{
    /// <summary>The text was changed.</summary>
    Adopted = 1,

    /// <summary>The text says so already.</summary>
    Stated,

    /// <summary>The commenter's understanding is right.</summary>
    Confirmed,

    /// <summary>The ministry will try to provide information.</summary>
    Inform,

    /// <summary>The text was explained.</summary>
    Explained,

    /// <summary>To be studied later.</summary>
    Later,

    /// <summary>The ministry goes on working with others.</summary>
    Cooperate,

    /// <summary>Taken note of.</summary>
    Considered,
}
