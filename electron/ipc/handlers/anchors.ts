// The trust anchors of the settings.
import { anchorsContract } from '../../../core/contract/anchors.ts';
import { Anchors, type AnchorParts } from '../../main/anchors.ts';
import { answer } from '../answer.ts';

export function anchorAnswers(parts: AnchorParts) {
  const anchors = new Anchors(parts);
  return {
    'anchors.list': answer(anchorsContract['anchors.list'], () => anchors.list()),
    'anchors.choose': answer(anchorsContract['anchors.choose'], () => anchors.choose()),
    'anchors.add': answer(anchorsContract['anchors.add'], ({ sha256 }) => anchors.add(sha256)),
    'anchors.remove': answer(anchorsContract['anchors.remove'], ({ sha256 }) =>
      anchors.remove(sha256),
    ),
  };
}
