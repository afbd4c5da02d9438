namespace ConfigAudit.Judging.Aggregates;

/// <summary>How well it is known who used an account.</summary>
public enum AccountUseCertainty
{
    /// <summary>One person wrote that they used it where it was in use, or it belongs to one person alone.</summary>
    Known = 1,

    /// <summary>One person wrote so, or it belongs to one person, and a part of the registers or of the host's logons couldn't be read: it
    /// may have been somebody else.</summary>
    Uncertain,

    /// <summary>One person wrote that they used it; that it was in use wasn't seen on a host.</summary>
    LoggedOnly,

    /// <summary>Several people wrote that they used it on the same host.</summary>
    SeveralPersons,

    /// <summary>It was in use, and nobody wrote so: who it was can't be known.</summary>
    NotLogged,

    /// <summary>The log of use, or a part of it or of the hosts' logons, couldn't be read, and what was read names nobody.</summary>
    NotRead,

    /// <summary>Neither a host nor the log tells of a use, and all of them were read.</summary>
    NotSeen,
}
