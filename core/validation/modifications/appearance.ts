// From when on something added hides what was signed: judgements, kept as data beside the policy of signatures.
import APPEARANCE from '../../../resources/policy/appearance.json' with { type: 'json' };

export { APPEARANCE };
