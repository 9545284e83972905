import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { Survey } from '../../../contract/survey.ts';
import type { SurveyMove } from '../../api.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { Phrase } from '../../components/Phrase.tsx';
import { t } from '../../messages/translate.ts';
import { deleteSurvey, duplicateSurvey, moveSurvey } from '../../models/survey-list.ts';
import { LinksDialog } from '../links/LinksDialog.tsx';

interface SurveyMenuProps {
  survey: Survey;
  /** Called once it is gone. */
  onDeleted?: () => void;
}

const ICONS: Record<SurveyMove, IconName> = {
  pause: 'pause',
  resume: 'play',
  archive: 'archive',
  restore: 'archive-restore',
};

/** What may become of a survey in this status. */
function movesOf({ status, version }: Survey): SurveyMove[] {
  if (status === 'archived') return ['restore'];
  // A draft was on no page yet: it is deleted.
  if (version === 0) return [];
  return [status === 'live' ? 'pause' : 'resume', 'archive'];
}

/** What can be done with a whole survey. */
export function SurveyMenu({ survey, onDeleted }: SurveyMenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const deleting = useSignal(false);
  const linking = useSignal(false);
  const name = t('survey.menu', { name: survey.name });
  const run = (action: () => unknown) => () => {
    menu.current?.hidePopover();
    void action();
  };
  return (
    <>
      <button
        type="button"
        class="button"
        data-kind="quiet"
        data-shape="square"
        data-size="small"
        popovertarget={id}
        aria-label={name}
        title={name}
      >
        <Icon name="ellipsis" />
      </button>
      <div class="menu" id={id} ref={menu} popover="auto" data-place="below">
        <button type="button" class="menu-item" onClick={run(() => duplicateSurvey(survey.id))}>
          <Icon name="copy-plus" />
          {t('survey.duplicate')}
        </button>
        {survey.version > 0 && survey.status === 'live' && (
          <button
            type="button"
            class="menu-item"
            onClick={run(() => {
              linking.value = true;
            })}
          >
            <Icon name="qr-code" />
            {t('links.menu')}
          </button>
        )}
        {movesOf(survey).map((move) => (
          <button key={move} type="button" class="menu-item" onClick={run(() => moveSurvey(survey.id, move))}>
            <Icon name={ICONS[move]} />
            {t(`survey.${move}`)}
          </button>
        ))}
        {survey.version === 0 && (
          <>
            <div class="menu-line" />
            <button
              type="button"
              class="menu-item alert"
              onClick={run(() => {
                deleting.value = true;
              })}
            >
              <Icon name="trash-2" />
              {t('delete')}
            </button>
          </>
        )}
      </div>
      {linking.value && (
        <LinksDialog
          survey={survey}
          onClose={() => {
            linking.value = false;
          }}
        />
      )}
      {deleting.value && (
        <ConfirmDialog
          title={t('survey.delete-title')}
          action={t('delete')}
          onConfirm={async () => {
            if (await deleteSurvey(survey.id)) onDeleted?.();
          }}
          onClose={() => {
            deleting.value = false;
          }}
        >
          <Phrase text="survey.delete-text" with={{ name: survey.name }} />
        </ConfirmDialog>
      )}
    </>
  );
}
