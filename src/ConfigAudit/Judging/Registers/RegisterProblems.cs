using System.Collections.Generic;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers;

/// <summary>What is wrong with a register's file: what is said of it, and what that leaves open.</summary>
internal sealed class RegisterProblems
{
    /// <summary>As many bad rows are named one by one. Where there are more, it is the file that is wrong.</summary>
    private const int MaxProblems = 1000;

    private readonly string _path;
    private readonly List<InputException> _named = new();
    private readonly List<(InputException Problem, RegisterFact? Row)> _losses = new();
    private int _unnamed;
    private int _unnamedLine;

    public RegisterProblems(string path) => _path = path;

    /// <summary>One for each bad row and each bad cell, up to a bound, and one for each column that may be one of the register's,
    /// mistyped.</summary>
    public IReadOnlyList<InputException> Named => _named;

    /// <summary>Those by which nobody knows what rows there are, with what could be read of one. A cell that can't be used is its own row's
    /// alone.</summary>
    public IReadOnlyList<(InputException Problem, RegisterFact? Row)> Losses => _losses;

    /// <summary>Of what a row alone lacks.</summary>
    public void Add(InputException problem)
    {
        if (_named.Count < MaxProblems)
            _named.Add(problem);
        else if (_unnamed++ == 0)
            _unnamedLine = problem.Line;
    }

    /// <summary>Of what leaves open which rows there are.</summary>
    public void Lose(InputException problem, RegisterFact? row = null)
    {
        Add(problem);
        // So many leave open whatever more would.
        if (_losses.Count < MaxProblems)
            _losses.Add((problem, _losses.Count + 1 < MaxProblems ? row : null));
    }

    /// <summary>Says, when all rows are read, how many weren't named.</summary>
    public void Close()
    {
        if (_unnamed == 0)
            return;
        _named.Add(
            new InputException(
                _path,
                _unnamedLine,
                1,
                new LocalText(
                    $"ここから先に、使えない行やセルがさらに {_unnamed} あります。示した箇所を直し、読み直してください",
                    $"from here on {_unnamed} more rows or cells can't be used: mend those that are named, and read the file again"
                )
            )
        );
    }
}
