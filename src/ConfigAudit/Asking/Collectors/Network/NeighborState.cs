namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>What is known of a neighbour: MSFT_NetNeighbor.State, the numbers of NL_NEIGHBOR_STATE (RFC 4861 §7.3.2).</summary>
public enum NeighborState
{
    /// <summary>0: it didn't answer.</summary>
    Unreachable = 0,

    /// <summary>1: it was asked for, and hasn't answered yet.</summary>
    Incomplete = 1,

    /// <summary>2: it is being asked whether it is still there.</summary>
    Probe = 2,

    /// <summary>3: it was spoken to again, and will be asked soon.</summary>
    Delay = 3,

    /// <summary>4: it hasn't been heard of for a while.</summary>
    Stale = 4,

    /// <summary>5: it answered within the last half minute or so.</summary>
    Reachable = 5,

    /// <summary>6: somebody wrote it down, or the link needs no asking.</summary>
    Permanent = 6,
}
