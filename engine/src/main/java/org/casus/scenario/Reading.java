package org.casus.scenario;

/// What the readers of the sections share while one file is read.
///
/// @param names everything that has a name
/// @param judgements the numbers read so far
/// @param switches what the policy in force closes and opens
/// @param views rows and agreements as conditions name them
/// @param conditions the reader of conditions
/// @param effects the reader of effects
record Reading(
        Node.Mapping root,
        Problems problems,
        Names names,
        Judgements judgements,
        Switches switches,
        Views views,
        ConditionText conditions,
        EffectText effects) {}
