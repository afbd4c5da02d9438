using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Tests.Mutation;

/// <summary>Survivors that somebody looked at, each with the reason why it is right. One that matches nothing any more is taken
/// out.</summary>
internal sealed class Reviewed
{
    private readonly HashSet<Explanation> _used = new();

    /// <summary>Explanations of registers, or of recordings, that explained nothing.</summary>
    public IEnumerable<Explanation> Unused(bool ofRegisters) =>
        Explanation.All.Where(each => each.IsOfRegisters == ofRegisters && !each.IsOfSnapshots && !_used.Contains(each));

    public bool Explains(Survivor survivor)
    {
        var found = Explanation.All.FirstOrDefault(each => each.Fits(survivor));
        if (found is not null)
            _used.Add(found);
        return found is not null;
    }
}
