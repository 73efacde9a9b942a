import { falls } from './falls/scene.ts';
import { groups } from './groups/scene.ts';
import { helped } from './helped/scene.ts';
import { map } from './map/scene.ts';
import { people } from './people/scene.ts';
import { reached } from './reached/scene.ts';
import type { Keyed, Scene } from './scene.ts';
import { squares } from './squares/scene.ts';
import { tested } from './tested/scene.ts';
import { timeline } from './timeline/scene.ts';
import { visits } from './visits/scene.ts';

/**
 * Every scene, in the order in which they lie on the stage, the lowest first. Stage, stills, embeds, the score's reader, the numbers
 * that a page is given and the tests take their lists from here. A scene has a name of its own, which is no step's, chapter's or embed's.
 */
export const SCENES = { map, groups, people, timeline, squares, falls, visits, reached, tested, helped };

export type SceneName = keyof typeof SCENES;

/** Scene name -> its state. */
export type SceneStates = { [Name in SceneName]: (typeof SCENES)[Name]['rest'] };

/** What stands on the stage: one or more scenes, each with its state. */
export type Picture = { [Name in SceneName]?: SceneStates[Name] };

export const SCENE_NAMES = Object.keys(SCENES) as SceneName[];

/** A scene by its name, whichever it is. */
export const sceneOf = (name: SceneName): Scene<object> => SCENES[name] as Scene<object>;

/** Fields of a scene's state that are records. */
export const keyedOf = (name: SceneName): [field: string, Keyed][] => Object.entries(sceneOf(name).keyed ?? {});

/** Facts that the records of a scene's state name, such as people to be counted below a map. */
export const countedBy = (name: SceneName, state: object): string[] =>
  keyedOf(name).flatMap(([field, { by }]) => (by === 'fact' ? Object.keys((state as Record<string, object>)[field] ?? {}) : []));

/** Facts and figures of ours that a picture draws, scene by scene. */
export const drawnIn = (picture: Picture): string[] =>
  (Object.entries(picture) as [SceneName, object][]).flatMap(([name, state]) => [...sceneOf(name).facts, ...countedBy(name, state)]);
